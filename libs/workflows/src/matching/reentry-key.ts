import type { Trigger } from '../trigger/trigger.js';
import type { Candidate } from './candidate.js';

/** What may start a workflow once only, by its re-entry rule. A contact that is not known counts by its event. */
export function reentryKeyOf({ reentry }: Pick<Trigger, 'reentry'>, candidate: Candidate): string {
  if (reentry === 'once-per-record') return `record:${candidate.record.id}`;
  if (reentry === 'once-per-contact' && candidate.contact) return `contact:${candidate.contact}`;
  return `event:${candidate.event.id}`;
}
