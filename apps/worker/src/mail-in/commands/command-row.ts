import type { CommandPayload, CommandPlace, OpenCommandRow } from '@cueline/database';
import {
  commandIdOf,
  folderIdOf,
  uidValidityOf,
  type Command,
  type KnownMail,
  type Place,
  type Want,
} from '@cueline/email/imap';

/** A row of the table as the core of the sync sees it. */
export function commandOf(row: OpenCommandRow): Command {
  const { id, subject, payload, progress, attempts, nextAt } = row;
  const { misses = 0, before = null, put = null } = progress;
  return {
    ...{ id: commandIdOf(id), subject, want: wantOf(payload, row), tries: attempts, misses },
    dueAt: nextAt.getTime(),
    before: before && { ...numbersOf(before), uidNext: before.uidNext },
    put: put && placeOf(put),
  };
}

function wantOf(payload: CommandPayload, row: OpenCommandRow): Want {
  switch (payload.kind) {
    case 'flags':
      return { kind: 'flags', mail: mailOf(payload.place, row), add: payload.add, remove: payload.remove };
    case 'move':
    case 'copy':
      return { kind: payload.kind, mail: mailOf(payload.place, row), to: folderIdOf(payload.to) };
    case 'delete':
      return { kind: 'delete', mail: mailOf(payload.place, row) };
    case 'append': {
      const { to, insteadOf, ...mail } = payload;
      return { ...mail, to: folderIdOf(to), insteadOf: insteadOf && placeOf(insteadOf) };
    }
    case 'createFolder':
      return payload;
    case 'renameFolder':
      return { ...payload, folder: folderIdOf(payload.folder) };
  }
}

const mailOf = (at: CommandPlace, { isThere, since, size, gotAt }: OpenCommandRow): KnownMail => ({
  at: placeOf(at),
  isThere,
  since: since.map((one) => ({ ...placeOf(one), isOurs: one.isOurs })),
  size: size ?? 0,
  gotAt: gotAt?.getTime() ?? 0,
});

const numbersOf = ({ folder, uidValidity }: Omit<CommandPlace, 'uid'>) => ({
  folder: folderIdOf(folder),
  uidValidity: uidValidityOf(uidValidity),
});
const placeOf = ({ uid, ...at }: CommandPlace): Place => ({ ...numbersOf(at), uid });
