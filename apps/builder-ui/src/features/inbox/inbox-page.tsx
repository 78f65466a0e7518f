import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useUnlinkedFirst } from './use-unlinked-first.js';
import { InboxHealth } from '../../domain/mailboxes/inbox-health.js';
import { useMailboxes } from '../../domain/mailboxes/use-mailboxes.js';
import { useDays } from '../../domain/use-moment.js';
import { EmptyState } from '../../kit/empty-state.js';
import { useLetterKeys } from '../../kit/keyboard/letter-keys.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { usePageTitle } from '../../kit/page-title.js';
import { QueryGate } from '../../kit/query-gate.js';
import type { AnswerKind } from './answer/answer-kind.js';
import { emptyText, isFiltered, readView, writeView, type View } from './box.js';
import styles from './inbox.module.css';
import { groupThreads } from './list/group-threads.js';
import { ListHead } from './list/list-head.js';
import { SelectionBar } from './list/selection-bar.js';
import { ThreadGroups } from './list/thread-groups.js';
import { NotConnected } from './not-connected.js';
import { ThreadSide } from './side/thread-side.js';
import { ThreadView } from './thread/thread-view.js';
import type { Thread } from './thread-types.js';
import { useMailActions, type Action } from './use-mail-actions.js';
import { changes, useThread, useThreadChanges, useThreadCounts } from './use-threads.js';
import { m } from './messages.js';

/** All that was written to the studio: the list, the conversation that is open, and whom it is with. */
export function InboxPage() {
  const { id: openId } = useParams({ strict: false });
  const view = readView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const hasSide = useMediaQuery('(min-width: 80em)', false, { getInitialValueInEffect: false });
  usePageTitle(m.title);

  const query = useUnlinkedFirst(view);
  const counts = useThreadCounts();
  const mailboxes = useMailboxes();
  const { dayOf } = useDays();
  const groups = groupThreads(query.data?.items ?? [], (at) => dayOf(at) === m.today);
  const inOrder = groups.flatMap(({ threads }) => threads);

  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string>();
  const [answer, setAnswer] = useState<AnswerKind | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const act = useMailActions();
  const change = useThreadChanges();

  const show = (next: View) => {
    setSelected(new Set());
    void navigate({ to: openId ? `/inbox/${openId}` : '/inbox', search: writeView(next) });
  };
  const open = (id: string | undefined) => {
    setAnswer(null);
    if (id) setCursor(id);
    void navigate({ to: id ? `/inbox/${id}` : '/inbox', search: writeView(view) });
  };
  const select = (id: string) =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const at = inOrder.findIndex(({ id }) => id === (cursor ?? openId));
  const present = inOrder[at]?.id ?? openId;
  const step = (by: number) => {
    const next = inOrder[at < 0 ? 0 : Math.min(inOrder.length - 1, Math.max(0, at + by))];
    if (!next) return;
    if (openId && !isPhone) open(next.id);
    else setCursor(next.id);
  };
  /** The selected ones, else the one that is open or that the keys are at. */
  const act_ = (action: Action) => {
    const threadIds = selected.size > 0 ? [...selected] : present ? [present] : [];
    if (threadIds.length === 0) return;
    act(action, { threadIds });
    setSelected(new Set());
    const leaves = action === 'archive' || action === 'trash' || action === 'deleteForever';
    if (leaves && openId && threadIds.includes(openId))
      open(isPhone ? undefined : inOrder.find(({ id }, i) => i > at && !threadIds.includes(id))?.id);
  };
  useLetterKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => present && open(present),
    x: () => present && select(present),
    y: () => act_('archive'),
    '#': () => act_('trash'),
    u: () => act_('unread'),
    r: () => openId && setAnswer('reply'),
    '/': () => searchField.current?.focus(),
    Escape: () => {
      if (answer) setAnswer(null);
      else if (selected.size > 0) setSelected(new Set());
      else if (openId) open(undefined);
    },
  });

  const isConnected = !mailboxes.data || mailboxes.data.items.length > 0;
  return (
    <div
      className={styles['inbox']}
      data-workbench="whole"
      data-open={openId ? 'thread' : 'list'}
      data-side={(hasSide && openId) || undefined}
    >
      <div className={styles['list']}>
        <ListHead
          key={view.search === '' ? 'none' : 'some'}
          view={view}
          counts={counts.data}
          searchField={searchField}
          onChange={show}
        />
        {selected.size > 0 && (
          <SelectionBar count={selected.size} onDo={act_} onClear={() => setSelected(new Set())} />
        )}
        <div className={styles['threads']} data-empty={inOrder.length === 0 || undefined}>
          {!isConnected && <NotConnected />}
          <ListStates query={query} empty={emptyText(view)}>
            {() => (
              <ThreadGroups
                groups={groups}
                currentId={cursor ?? openId}
                selected={selected}
                onOpen={({ id }) => open(id)}
                onSelect={({ id }) => select(id)}
                onAnswer={({ id }: Thread, { type, id: recordId }) =>
                  change.mutate(changes.answer(id, { type, id: recordId }))
                }
              />
            )}
          </ListStates>
          {isFiltered(view) && query.data?.items.length === 0 && (
            <Button
              variant="subtle"
              onClick={() => show({ box: 'inbox', unread: false, search: '' })}
              className={styles['clear']}
            >
              {m.clear}
            </Button>
          )}
          <MoreButton query={query} />
        </div>
        <InboxHealth />
      </div>
      {openId ? (
        <OpenThread
          id={openId}
          key={openId}
          hasSide={hasSide}
          answer={answer}
          onAnswer={setAnswer}
          onDo={act_}
          {...(isPhone && { onBack: () => open(undefined) })}
        />
      ) : (
        <div className={styles['none']}>
          <EmptyState text={m.choose} />
        </div>
      )}
    </div>
  );
}

interface OpenProps {
  readonly id: string;
  readonly hasSide: boolean;
  readonly answer: AnswerKind | null;
  readonly onAnswer: (kind: AnswerKind | null) => void;
  readonly onDo: (action: Action) => void;
  readonly onBack?: () => void;
}

function OpenThread({ id, hasSide, onBack, ...view }: OpenProps) {
  const query = useThread(id);
  const act = useMailActions();
  const [side, showSide] = useState(false);
  return (
    <div className={styles['open']}>
      <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
        {(thread) => (
          <>
            <ThreadView
              {...view}
              thread={thread}
              onBack={onBack}
              onDoMessage={(action, messageId) => act(action, { messageIds: [messageId] })}
              onRead={() => act('read', { threadIds: [id] }, true)}
              onShowSide={hasSide ? undefined : () => showSide(true)}
            />
            {hasSide ? (
              <ThreadSide thread={thread} />
            ) : (
              <Drawer
                opened={side}
                onClose={() => showSide(false)}
                position="right"
                title={m.whoAndWhat}
                keepMounted={false}
              >
                <ThreadSide thread={thread} />
              </Drawer>
            )}
          </>
        )}
      </QueryGate>
    </div>
  );
}
