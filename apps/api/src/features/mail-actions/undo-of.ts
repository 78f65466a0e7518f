import type { CommandPayload, GivenCommand } from '@cueline/database';
import type { ShownMail } from './plan-action.js';

/**
 * What takes a command back that was begun: by the mail and not by its number, which a move has changed. Nothing where there is nothing to take back.
 * @param mails of its message, where they lie by now
 */
export function undoOf(
  { payload, base, state }: GivenCommand,
  mails: readonly ShownMail[],
): CommandPayload | undefined {
  if (!base || state === 'refused' || state === 'superseded' || state === 'failed') return undefined;
  if (payload.kind === 'flags') {
    const { place, add, remove } = payload;
    const had = (flag: string) => base.flags.includes(flag);
    return { kind: 'flags', place, add: remove.filter(had), remove: add.filter((flag) => !had(flag)) };
  }
  if (payload.kind !== 'move') return undefined;
  const now = mails.find(({ place }) => place.folder === payload.to);
  return { kind: 'move', place: now?.place ?? payload.place, to: base.folder };
}

/** Deleting for ever has no undo. */
export const canUndo = (commands: readonly GivenCommand[]): boolean =>
  commands.some((one) => !one.isUndone && undoOf(one, []) !== undefined);
