import type { threads } from '@cueline/contracts';
import type { ThreadMessageRow } from './thread-messages.sql.js';

/** Pictures that were moved out of the way of browsers (`clean-images` of the mail that came in). */
const HELD_IMAGE = / data-remote="/;

/** @param describe says a stored reason in words */
export function messageView(
  row: ThreadMessageRow,
  describe: (reason: unknown) => readonly string[],
): threads.ThreadMessage {
  const { people, refused, occurredAt, headerDate, ...said } = row;
  const of = (role: string) =>
    people.filter((one) => one.role === role).map(({ name, address }) => ({ name, address }));
  return {
    ...said,
    from: of('from'),
    replyTo: of('replyTo'),
    to: of('to'),
    cc: of('cc'),
    hasRemoteImages: HELD_IMAGE.test(said.html),
    occurredAt: occurredAt.toISOString(),
    headerDate: headerDate?.toISOString() ?? null,
    refused: refused.map(({ id, kind, reason }) => ({ id, kind, said: describe(reason).join(' ') })),
  };
}
