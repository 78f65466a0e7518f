import type { StepBase } from '../step-base.js';

export interface CallWebhookStep extends StepBase {
  readonly kind: 'callWebhook';
  /** Of a server of the owner's, or of another program. */
  readonly url: string;
  /** Merge fields that are sent along, with their values at that moment: `client.email`. */
  readonly fields: readonly string[];
}
