import IconLink from '~icons/tabler/link';
import { useDays } from '../../../domain/use-moment.js';
import { m } from '../messages.js';
import type { Candidate, Thread } from '../thread-types.js';
import type { ThreadGroup } from './group-threads.js';
import styles from './list.module.css';
import { ThreadRow } from './thread-row.js';

interface Props {
  readonly groups: readonly ThreadGroup[];
  readonly currentId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (thread: Thread) => void;
  readonly onSelect: (thread: Thread) => void;
  readonly onAnswer: (thread: Thread, candidate: Candidate) => void;
}

/** The conversations of the list, group by group. */
export function ThreadGroups({ groups, currentId, selected, onOpen, onSelect, onAnswer }: Props) {
  const { shortly } = useDays();
  return (
    <div role="group" aria-label={m.conversations}>
      {groups.map(({ label, isQuestion, threads }) => (
        <section key={label} aria-label={label}>
          <div className={styles['group']}>
            {isQuestion && <IconLink size={14} stroke={1.75} aria-hidden />}
            {label}
          </div>
          <ul className={styles['rows']}>
            {threads.map((thread) => (
              <ThreadRow
                key={thread.id}
                thread={thread}
                when={shortly(thread.lastAt)}
                isCurrent={thread.id === currentId}
                isSelected={selected.has(thread.id)}
                onOpen={() => onOpen(thread)}
                onSelect={() => onSelect(thread)}
                onAnswer={(candidate) => onAnswer(thread, candidate)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
