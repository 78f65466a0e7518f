import { Modal, Stack, Text, TextInput } from '@mantine/core';
import type { StepKind } from '@cueline/workflows';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from '../../kit/keyboard/composing.js';
import { matching } from './matching-kinds.js';
import styles from './step-picker.module.css';
import { kindIcon } from '../../canvas-adapter/kind-icons.js';
import { kindHint, kindLabel } from '../../domain/labels/labels.js';
import { KindTile } from '../../kit/kind-tile.js';
import { m } from './messages.js';

interface Props {
  /** Undefined: closed. */
  readonly allowed: readonly StepKind[] | undefined;
  readonly onPick: (kind: StepKind) => void;
  readonly onClose: () => void;
}

/** Opens with the search focused; arrows choose, Enter inserts. */
export function StepPicker({ allowed, onPick, onClose }: Props) {
  return (
    <Modal
      opened={allowed !== undefined}
      onClose={onClose}
      title={m.addStep}
      size="sm"
      // The focus goes on to the new step; the builder puts it back where nothing was chosen.
      returnFocus={false}
    >
      <Choice allowed={allowed ?? []} onPick={onPick} />
    </Modal>
  );
}

/** A combobox with a list that is always open (WAI-ARIA Authoring Practices, combobox): the focus stays in the search. */
function Choice({ allowed, onPick }: { readonly allowed: readonly StepKind[] } & Pick<Props, 'onPick'>) {
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = matching(allowed, search);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const kind = found[chosen];
  const optionId = (one: StepKind) => `${id}-${one}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: chosen + 1,
    ArrowUp: chosen - 1,
    PageDown: found.length - 1,
    PageUp: 0,
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const to = moves[event.key];
    if (to !== undefined) setAt(Math.max(0, Math.min(to, found.length - 1)));
    else if (event.key === 'Enter' && kind) onPick(kind);
    else return;
    event.preventDefault();
  };
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={m.searchSteps}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={kind && optionId(kind)}
        autoComplete="off"
        placeholder={m.search}
        value={search}
        onKeyDown={keys}
        onChange={(e) => {
          setSearch(e.currentTarget.value);
          setAt(0);
        }}
      />
      <Text c="dimmed" role="status" hidden={found.length > 0}>
        {found.length === 0 && noneFound(allowed, search)}
      </Text>
      <div role="listbox" id={`${id}-list`} aria-label={m.steps} ref={list} className={styles.list}>
        {found.map((one) => (
          <div
            key={one}
            id={optionId(one)}
            role="option"
            aria-selected={one === kind}
            className={styles.option}
            data-kind={one}
            // The focus stays in the search.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(one)}
          >
            <KindTile {...kindIcon(one)} size={26} />
            <div>
              <Text fw={500}>{kindLabel(one)}</Text>
              <Text size="xs" c="dimmed">
                {kindHint(one)}
              </Text>
            </div>
          </div>
        ))}
      </div>
    </Stack>
  );
}

const noneFound = (allowed: readonly StepKind[], search: string): string =>
  allowed.length === 0 ? m.noStepHere : m.noStep(search.trim());
