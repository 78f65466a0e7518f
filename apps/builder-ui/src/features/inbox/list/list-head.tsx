import { ActionIcon, Menu, TextInput, Title, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import IconFilter from '~icons/tabler/filter';
import IconSearch from '~icons/tabler/search';
import type { threads } from '@cueline/contracts';
import { useState, type RefObject } from 'react';
import { boxes, type View } from '../box.js';
import { m } from '../messages.js';
import styles from './list.module.css';
import { WriteButton } from './write-button.js';

const TYPING_PAUSE_MS = 250;

interface Props {
  readonly view: View;
  readonly counts: threads.ThreadCounts | undefined;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onChange: (view: View) => void;
}

/** What is listed: by tab, by folder, and by what is searched for. */
export function ListHead({ view, counts, searchField, onChange }: Props) {
  const [typed, setTyped] = useState(view.search);
  const search = useDebouncedCallback(
    (text: string) => onChange({ ...view, search: text.trim() }),
    TYPING_PAUSE_MS,
  );
  const tabs = [
    { label: m.tabs.all, isOn: view.box === 'inbox' && !view.unread, to: { box: 'inbox', unread: false } },
    {
      label: m.counted(m.tabs.unread, counts?.unread ?? 0),
      isOn: view.box === 'inbox' && view.unread,
      to: { box: 'inbox', unread: true },
    },
    {
      label: m.counted(m.tabs.needsAnswer, counts?.needsAnswer ?? 0),
      isOn: view.box === 'needsAnswer',
      to: { box: 'needsAnswer', unread: false },
    },
  ] as const;
  const isElsewhere = !tabs.some(({ isOn }) => isOn);
  return (
    <header className={styles['head']}>
      <div className={styles['headline']}>
        <Title order={1} size="h2">
          {isElsewhere ? m.boxes[view.box] : m.title}
        </Title>
        <WriteButton />
      </div>
      <TextInput
        ref={searchField}
        type="search"
        aria-label={m.search}
        placeholder={m.searchBy}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <div className={styles['tabs']} role="group" aria-label={m.which}>
        {tabs.map(({ label, isOn, to }) => (
          <button
            key={label}
            type="button"
            className={styles['tab']}
            aria-pressed={isOn}
            onClick={() => onChange({ ...view, ...to })}
          >
            {label}
          </button>
        ))}
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={m.otherBoxes}>
              <ActionIcon
                variant={isElsewhere ? 'filled' : 'subtle'}
                color="gray"
                size={28}
                aria-label={m.otherBoxes}
              >
                <IconFilter size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {boxes
              .filter((box) => box !== 'needsAnswer')
              .map((box) => (
                <Menu.Item key={box} onClick={() => onChange({ ...view, box, unread: false })}>
                  {m.boxes[box]}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
