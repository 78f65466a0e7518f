import { ActionIcon, Anchor, Menu, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconBolt from '~icons/tabler/bolt';
import IconChevronDown from '~icons/tabler/chevron-down';
import IconDots from '~icons/tabler/dots';
import IconPlayerPause from '~icons/tabler/player-pause';
import { useState } from 'react';
import { m as ofRecords } from '../../../domain/record/messages.js';
import { useDays, useMoment } from '../../../domain/use-moment.js';
import { Avatar } from '../../../kit/avatar.js';
import { KindTile } from '../../../kit/kind-tile.js';
import { StatusDot } from '../../../kit/status-dot.js';
import { m } from '../messages.js';
import { nameOf, type Message } from '../thread-types.js';
import type { Action } from '../use-mail-actions.js';
import { Attachments } from './attachments.js';
import { MessageText } from './message-text.js';
import styles from './thread.module.css';

const sendStates: Readonly<Record<string, string>> = ofRecords.sendStates;

interface Props {
  readonly message: Message;
  /** The last one of the conversation. */
  readonly isLast: boolean;
  readonly onDo: (action: Action, messageId: string) => void;
}

/** An email of the conversation: a line while it is folded, or in full. */
export function MessageCard({ message, isLast, onDo }: Props) {
  const [isOpen, setOpen] = useState(isLast || message.isUnread);
  const { shortly } = useDays();
  const moment = useMoment();
  const isWorkflows = message.workflow !== null;
  const who = message.from.map(nameOf).join(', ');
  const title = isWorkflows ? message.subject : who;
  const kind = message.kind && message.kind !== 'human' ? m.kinds[message.kind] : undefined;
  return (
    <article className={styles['card']} aria-label={title} data-folded={!isOpen || undefined}>
      <div className={styles['cardHead']}>
        {isWorkflows ? (
          <KindTile family="client" icon={IconBolt} size={26} />
        ) : (
          <Avatar name={who} size={32} />
        )}
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles['name']}>{title}</span>{' '}
          <span className={styles['beside']}>
            {isWorkflows && m.sentBy(message.workflow!.name)}
            {!isWorkflows && !isOpen && message.snippet}
          </span>
        </button>
        {kind && <StatusDot tone={message.kind === 'bounce' ? 'broken' : 'quiet'} label={kind} />}
        {message.sendId && (
          <Anchor component={Link} to={`/outbox/${message.sendId}`} size="sm">
            {isWorkflows ? m.why : (sendStates[message.state ?? ''] ?? m.sentByYou)}
          </Anchor>
        )}
        <span className={styles['when']}>{shortly(message.occurredAt)}</span>
        {isOpen ? (
          <MessageMenu message={message} name={who} onDo={onDo} />
        ) : (
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        )}
      </div>
      {isOpen && (
        <div className={styles['body']}>
          <Text size="xs" c="dimmed" className={styles['people']}>
            {[
              m.to(message.to.map(nameOf)),
              message.cc.length > 0 && m.cc(message.cc.map(nameOf)),
              moment(message.occurredAt),
              message.headerDate && m.headerDate(moment(message.headerDate)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <MessageText message={message} />
          <Attachments message={message} />
          {message.refused.map(({ id, said }) => (
            <Text key={id} size="sm" c="var(--cl-bad)" role="alert">
              {m.notDone}: {said}
            </Text>
          ))}
        </div>
      )}
      {message.effects.map(({ runId, workflow, did }) => (
        <div key={`${runId}:${did}`} className={styles['effect']}>
          <IconPlayerPause size={14} stroke={1.75} aria-hidden />
          <Anchor component={Link} to={`/runs/${runId}`} size="sm" c="inherit" underline="always">
            {m.effects[did](workflow)}
          </Anchor>
        </div>
      ))}
    </article>
  );
}

interface MenuProps extends Pick<Props, 'message' | 'onDo'> {
  readonly name: string;
}

function MessageMenu({ message: { id, isUnread, isFlagged }, name, onDo }: MenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={m.actionsOf(name)}>
          <IconDots size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onDo(isUnread ? 'read' : 'unread', id)}>
          {isUnread ? m.markRead : m.markUnread}
        </Menu.Item>
        <Menu.Item onClick={() => onDo(isFlagged ? 'unflag' : 'flag', id)}>
          {isFlagged ? m.unflag : m.flag}
        </Menu.Item>
        <Menu.Item onClick={() => onDo('trash', id)}>{m.trash}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
