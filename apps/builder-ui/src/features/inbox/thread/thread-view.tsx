import { ActionIcon, Anchor, Menu, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import IconArchive from '~icons/tabler/archive';
import IconArrowLeft from '~icons/tabler/arrow-left';
import IconDots from '~icons/tabler/dots';
import IconInbox from '~icons/tabler/inbox';
import IconLayoutSidebarRight from '~icons/tabler/layout-sidebar-right';
import IconTrash from '~icons/tabler/trash';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../../kit/confirm-dialog.js';
import type { Icon } from '../../../kit/icon.js';
import { AnswerBox } from '../answer/answer-box.js';
import type { AnswerKind } from '../answer/answer-kind.js';
import { m } from '../messages.js';
import { peopleOf, type ThreadDetail } from '../thread-types.js';
import type { Action } from '../use-mail-actions.js';
import { MessageCard } from './message-card.js';
import { NewContact } from './new-contact.js';
import styles from './thread.module.css';

const READ_AFTER_MS = 2_000;

interface Props {
  readonly thread: ThreadDetail;
  readonly answer: AnswerKind | null;
  readonly onAnswer: (kind: AnswerKind | null) => void;
  readonly onDo: (action: Action) => void;
  readonly onDoMessage: (action: Action, messageId: string) => void;
  /** Somebody has had it before their eyes for a moment. */
  readonly onRead: () => void;
  /** On a phone. */
  readonly onBack?: (() => void) | undefined;
  /** Where the column at the side has no room. */
  readonly onShowSide?: (() => void) | undefined;
}

/** A conversation: its emails, folded but the last, what they did, and the answer below. */
export function ThreadView(props: Props) {
  const { thread, answer, onAnswer, onDo, onDoMessage, onRead, onBack, onShowSide } = props;
  const isUnread = thread.unread > 0;
  useEffect(() => {
    if (!isUnread) return undefined;
    const timer = setTimeout(onRead, READ_AFTER_MS);
    return () => clearTimeout(timer);
    // Of this conversation once: one that is marked as unread again stays so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [thread.id]);
  const last = thread.items.at(-1);
  const lies = new Set(thread.items.flatMap(({ folders }) => folders.map(({ role }) => role)));
  return (
    <section className={styles['view']} aria-label={thread.subject || m.noSubject}>
      <header className={styles['head']}>
        {onBack && <Tool label={m.back} icon={IconArrowLeft} onPress={onBack} />}
        <div className={styles['title']}>
          <Title order={2} size="h4">
            {thread.subject || m.noSubject}
          </Title>
          <Text size="xs" c="dimmed">
            {[
              peopleOf(thread),
              ...thread.links.filter(({ state }) => state === 'on').map(({ label }) => label),
            ]
              .filter((one, i, all) => one && all.indexOf(one) === i)
              .join(' · ')}
          </Text>
        </div>
        {lies.has('inbox') || lies.size === 0 ? (
          <Tool label={m.archive} icon={IconArchive} onPress={() => onDo('archive')} />
        ) : (
          <Tool label={m.toInbox} icon={IconInbox} onPress={() => onDo('inbox')} />
        )}
        <Tool label={m.trash} icon={IconTrash} onPress={() => onDo('trash')} />
        <ThreadMenu thread={thread} onDo={onDo} canDeleteForever={lies.has('trash') || lies.has('junk')} />
        {onShowSide && <Tool label={m.whoAndWhat} icon={IconLayoutSidebarRight} onPress={onShowSide} />}
      </header>
      <div className={styles['scroll']}>
        {thread.related && (
          <Text size="sm">
            {m.relatedTo}{' '}
            <Anchor component={Link} to={`/inbox/${thread.related.id}`} underline="always">
              {thread.related.subject || m.noSubject}
            </Anchor>
          </Text>
        )}
        {thread.items.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            isLast={message.id === last?.id}
            onDo={onDoMessage}
          />
        ))}
        {thread.newContact && <NewContact threadId={thread.id} person={thread.newContact} />}
        {last && <AnswerBox thread={thread} message={last} kind={answer} onKind={onAnswer} />}
      </div>
    </section>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onPress: () => void;
}

const Tool = ({ label, icon: Icon, onPress }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onPress}>
      <Icon size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  </Tooltip>
);

interface MenuProps extends Pick<Props, 'onDo'> {
  readonly thread: ThreadDetail;
  readonly canDeleteForever: boolean;
}

function ThreadMenu({ thread, canDeleteForever, onDo }: MenuProps) {
  const [isConfirming, confirm] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={m.more}>
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onDo('unread')}>{m.markUnread}</Menu.Item>
          <Menu.Item onClick={() => onDo(thread.isFlagged ? 'unflag' : 'flag')}>
            {thread.isFlagged ? m.unflag : m.flag}
          </Menu.Item>
          {canDeleteForever && (
            <Menu.Item color="red" onClick={() => confirm(true)}>
              {m.deleteForever}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isConfirming}
        title={m.deleteForever}
        confirm={m.deleteForever}
        cancel={m.cancel}
        isDestructive
        onClose={() => confirm(false)}
        onConfirm={() => {
          confirm(false);
          onDo('deleteForever');
        }}
      >
        {m.deleteForeverAsk}
      </ConfirmDialog>
    </>
  );
}
