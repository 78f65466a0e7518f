import type { ImapFlow } from 'imapflow';
import type { AnswerTo } from '../core/index.js';

/** Where a server has no IDLE, how often it is spoken to. */
const POLL = 30_000;

/** Listens to the folder that is open, until something changes there, `wake` is called, or the time is over. */
export async function listen(
  client: ImapFlow,
  milliseconds: number,
  onBegin: (wake: () => void) => void,
): Promise<AnswerTo<'noticed'>> {
  const before = client.mailbox ? client.mailbox.exists : 0;
  let isChange = false;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const onChange = () => {
    isChange = true;
    end();
  };
  const timer = setTimeout(
    end,
    client.capabilities.has('IDLE') ? milliseconds : Math.min(milliseconds, POLL),
  );
  const events = ['exists', 'expunge', 'flags', 'close'] as const;
  for (const event of events) client.on(event, onChange);
  onBegin(end);
  try {
    const idle = client.idle();
    await Promise.race([ended, idle]);
    // Another command ends IDLE, and tells what came in between.
    await client.noop();
    await idle;
  } finally {
    clearTimeout(timer);
    for (const event of events) client.off(event, onChange);
  }
  const now = client.mailbox ? client.mailbox.exists : 0;
  return { saw: 'noticed', isChange: isChange || now !== before };
}
