import { Checkbox, VisuallyHidden } from '@mantine/core';
import IconAlertCircle from '~icons/tabler/alert-circle';
import IconArrowBackUp from '~icons/tabler/arrow-back-up';
import IconClock from '~icons/tabler/clock';
import IconFlag from '~icons/tabler/flag';
import IconPaperclip from '~icons/tabler/paperclip';
import { useEffect, useRef } from 'react';
import { Avatar } from '../../../kit/avatar.js';
import { m } from '../messages.js';
import { peopleOf, type Candidate, type Thread } from '../thread-types.js';
import styles from './list.module.css';

interface Props {
  readonly thread: Thread;
  /** When it was written to last, shortly. */
  readonly when: string;
  /** It is open beside the list, or the keys are at it. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
  /** The likeliest answer to what is asked about it. */
  readonly onAnswer: (candidate: Candidate) => void;
}

/** A conversation in the list: who, since when, about what, and how it begins. */
export function ThreadRow({ thread, when, isCurrent, isSelected, onOpen, onSelect, onAnswer }: Props) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const who = peopleOf(thread);
  const best = thread.question?.candidates[0];
  const isUnread = thread.unread > 0;
  return (
    <li
      ref={row}
      className={styles['row']}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-unread={isUnread || undefined}
    >
      {isUnread && (
        <span className={styles['dot']}>
          <VisuallyHidden>{m.unreadMark}</VisuallyHidden>
        </span>
      )}
      <label className={styles['mark']}>
        <Avatar name={thread.question ? '' : who} size={32} />
        <Checkbox size="xs" aria-label={m.select(who)} checked={isSelected} onChange={onSelect} />
      </label>
      <div className={styles['text']}>
        <div className={styles['top']}>
          <span className={styles['who']}>
            {who} {thread.messages > 1 && <span className={styles['count']}>{thread.messages}</span>}
          </span>
          <span className={styles['time']}>{when}</span>
        </div>
        <button
          type="button"
          className={styles['open']}
          onClick={onOpen}
          aria-current={isCurrent ? 'true' : undefined}
        >
          {thread.subject || m.noSubject}
        </button>
        <div className={styles['bottom']}>
          {best && (
            <button type="button" className={styles['guess']} onClick={() => onAnswer(best)}>
              {m.isIt(best.label)}
            </button>
          )}
          {thread.isLastOurs && <IconArrowBackUp size={14} stroke={1.75} aria-hidden />}
          <span className={styles['snippet']}>
            {thread.isLastOurs && `${m.you} `}
            {thread.snippet}
          </span>
          <Marks thread={thread} />
        </div>
      </div>
    </li>
  );
}

function Marks({ thread: { isFlagged, hasFiles, pending, refused } }: Pick<Props, 'thread'>) {
  const marks = [
    isFlagged && { icon: IconFlag, label: m.flagged },
    hasFiles && { icon: IconPaperclip, label: m.hasFiles },
    pending > 0 && { icon: IconClock, label: m.pending(pending) },
    refused > 0 && { icon: IconAlertCircle, label: m.refused(refused), isBad: true },
  ].filter((one) => one !== false);
  return marks.map(({ icon: Icon, label, isBad }) => (
    <span key={label} className={styles['icon']} data-bad={isBad || undefined} title={label}>
      <Icon size={14} stroke={1.75} role="img" aria-label={label} />
    </span>
  ));
}
