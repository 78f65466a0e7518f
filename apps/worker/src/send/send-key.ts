import { createHash } from 'node:crypto';

/** What makes a mail this mail and no other. Temporal's run id is no part of it: it changes on reset. */
export interface SendIdentity {
  readonly studioId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly visit: number;
  readonly recipient: string;
}

/** SHA-256, hex. */
export const sendKeyOf = ({ studioId, runId, stepId, visit, recipient }: SendIdentity): string =>
  createHash('sha256')
    .update(JSON.stringify([studioId, runId, stepId, visit, recipient.toLowerCase()]))
    .digest('hex');
