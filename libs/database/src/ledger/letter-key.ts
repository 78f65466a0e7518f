import { createHash } from 'node:crypto';
import type { Letter } from './hand-mails.sql.js';

/** The send key of a person's letter, or test, to one recipient: sent again under the same id, it is the same mail. */
export const letterKeyOf = (
  studioId: string,
  letterId: string,
  recipient: string,
  purpose: Letter['purpose'] = 'byHand',
): string =>
  createHash('sha256')
    .update(JSON.stringify([studioId, purpose, letterId.toLowerCase(), recipient.toLowerCase()]))
    .digest('hex');
