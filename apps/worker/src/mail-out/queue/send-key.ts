import { createHash } from 'node:crypto';

/** What makes a mail this mail and no other. Temporal's run id is no part of it: it changes on reset. */
export interface SendIdentity {
  readonly studioId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly visit: number;
  readonly recipient: string;
}

const hash = (of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex');

/** SHA-256, hex. */
export const sendKeyOf = ({ studioId, runId, stepId, visit, recipient }: SendIdentity): string =>
  hash([studioId, runId, stepId, visit, recipient.toLowerCase()]);

/** Of the mail that tells somebody of the studio for the nth time that a question waits. */
export const reminderKeyOf = (studioId: string, approvalId: string, nth: number, recipient: string): string =>
  hash([studioId, 'approval', approvalId, nth, recipient.toLowerCase()]);
