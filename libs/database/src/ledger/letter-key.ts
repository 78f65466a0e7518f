import { createHash } from 'node:crypto';

/** The send key of a person's letter to one recipient: sent again under the same id, it is the same mail. */
export const letterKeyOf = (studioId: string, letterId: string, recipient: string): string =>
  createHash('sha256')
    .update(JSON.stringify([studioId, 'byHand', letterId.toLowerCase(), recipient.toLowerCase()]))
    .digest('hex');
