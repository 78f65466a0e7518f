import { Button, Group, Text } from '@mantine/core';
import IconArrowBackUp from '~icons/tabler/arrow-back-up';
import IconArrowBackUpDouble from '~icons/tabler/arrow-back-up-double';
import IconArrowForwardUp from '~icons/tabler/arrow-forward-up';
import type { Icon } from '../../../kit/icon.js';
import { m } from '../messages.js';
import type { Message, ThreadDetail } from '../thread-types.js';
import styles from '../thread/thread.module.css';
import type { AnswerKind } from './answer-kind.js';
import { AnswerForm } from './answer-form.js';

interface Props {
  readonly thread: ThreadDetail;
  /** The last email: what is answered. */
  readonly message: Message;
  readonly kind: AnswerKind | null;
  readonly onKind: (kind: AnswerKind | null) => void;
}

const kinds: readonly { readonly kind: AnswerKind; readonly label: string; readonly icon: Icon }[] = [
  { kind: 'reply', label: m.reply, icon: IconArrowBackUp },
  { kind: 'replyAll', label: m.replyAll, icon: IconArrowBackUpDouble },
  { kind: 'forward', label: m.forward, icon: IconArrowForwardUp },
];

/** Below the last email: the ways to answer it, or the answer while it is written. */
export function AnswerBox({ thread, message, kind, onKind }: Props) {
  const hasOthers = message.to.length + message.cc.length > 1;
  if (kind)
    return (
      <div className={styles['answer']}>
        <AnswerForm
          key={`${message.id}:${kind}`}
          message={message}
          kind={kind}
          onClose={() => onKind(null)}
        />
      </div>
    );
  return (
    <Group gap="xs">
      {kinds
        .filter((one) => hasOthers || one.kind !== 'replyAll')
        .map(({ kind: one, label, icon: Icon }) => (
          <Button
            key={one}
            variant={one === 'reply' ? 'filled' : 'default'}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
            onClick={() => onKind(one)}
          >
            {label}
          </Button>
        ))}
      {thread.question && (
        <Text size="xs" c="dimmed">
          {m.linkFirst}
        </Text>
      )}
    </Group>
  );
}
