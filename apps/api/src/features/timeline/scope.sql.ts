import { addressableKinds, type AddressableKind } from '@cueline/database';
import { recordsBelow } from '@cueline/database/sql';

export const kinds = addressableKinds;
export type Kind = AddressableKind;

/** SQL of the ids of a record and of what belongs to it. Nothing belongs to a vendor or a staff member. */
export const scopeOf = (kind: Kind): string =>
  kind === 'vendor' || kind === 'staff' ? 'SELECT :id::uuid AS id' : recordsBelow(kind, ':id');

/** Whether a run `r` is about one of them; every run for a client is the client's. */
export const runIsIn = (kind: Kind): string =>
  kind === 'client' ? '(r.client_id = :id OR r.subject_id = :id)' : 'r.subject_id IN (SELECT id FROM scope)';

/** Whether a send `s`, of a run `r` or a letter `h`, is about one of them or goes to it. */
export const sendIsIn = (kind: Kind): string => {
  const written = 'h.about_id IN (SELECT id FROM scope) OR :id::uuid = ANY(h.links)';
  return `(${runIsIn(kind)} OR ${written}${kind === 'client' ? ' OR s.client_id = :id' : ''})`;
};
