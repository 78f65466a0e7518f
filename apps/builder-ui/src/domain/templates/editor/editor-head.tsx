import { ActionIcon, Button, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core';
import IconArrowBackUp from '~icons/tabler/arrow-back-up';
import IconArrowForwardUp from '~icons/tabler/arrow-forward-up';
import { useState, type ReactNode } from 'react';
import type { TemplateStore, TemplateView } from '../draft/template-store.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

export type Tab = 'design' | 'text' | 'source';

interface Props {
  readonly store: TemplateStore;
  readonly view: TemplateView;
  /** 1 on a page of its own, 2 in a dialog. */
  readonly order: 1 | 2;
  readonly back?: ReactNode;
  /** Where it is used. */
  readonly facts?: string;
  readonly actions?: ReactNode;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly onDone: () => void;
}

export function EditorHead({ store, view, order, back, facts, actions, tab, onTab, onDone }: Props) {
  const { saving } = view;
  const isQuiet = saving === 'saved' || saving === 'saving';
  return (
    <header className={styles['head']} role="presentation">
      <Group gap="xs" wrap="nowrap" className={styles['name']}>
        {back}
        <Name store={store} view={view} order={order} />
        {facts && (
          <Text size="xs" c="dimmed" className={styles['facts']}>
            {facts}
          </Text>
        )}
        {/* Every letter is saved: what is spoken is that something is not. */}
        <Text size="xs" c={isQuiet ? 'dimmed' : undefined} aria-live={isQuiet ? 'off' : 'polite'} truncate>
          {m.saving[saving]}
        </Text>
      </Group>
      <SegmentedControl
        aria-label={m.tabs}
        value={tab}
        onChange={onTab}
        data={[
          { value: 'design', label: m.design },
          { value: 'text', label: m.plainText },
          { value: 'source', label: m.source },
        ]}
      />
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.undo}
          title={m.undo}
          disabled={!view.canUndo}
          onClick={() => store.undo()}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.redo}
          title={m.redo}
          disabled={!view.canRedo}
          onClick={() => store.redo()}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
        {actions}
        <Button onClick={onDone}>{m.done}</Button>
      </Group>
    </header>
  );
}

/** A press renames it. */
function Name({ store, view: { draft }, order }: Pick<Props, 'store' | 'view' | 'order'>) {
  const [written, setWritten] = useState<string>();
  const rename = () => {
    const name = written?.trim();
    if (name) store.change({ ...draft, name });
    setWritten(undefined);
  };
  if (written === undefined)
    return (
      <Title order={order} size="h3" className={styles['title']} title={m.rename}>
        <button type="button" className={styles['rename']} onClick={() => setWritten(draft.name)}>
          {draft.name}
        </button>
      </Title>
    );
  return (
    <TextInput
      aria-label={m.name}
      maxLength={120}
      autoFocus
      value={written}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') rename();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setWritten(undefined);
      }}
    />
  );
}
