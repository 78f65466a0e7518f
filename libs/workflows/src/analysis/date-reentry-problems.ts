import type { AnchorPath } from '../catalogue/trigger-anchors.js';
import type { Definition } from '../definition/definition.js';
import type { Trigger } from '../trigger/trigger.js';
import type { Problem } from './problem.js';

/** A date that is set once: an invoice is issued on one day. */
const fixed: readonly AnchorPath[] = ['invoice.issuedOn'];

/** Once for a record or client means: not for the date that it moves to. Every time means once for each date anyway. */
export const missesMovedDates = (trigger: Trigger): boolean =>
  trigger.type === 'date' &&
  trigger.reentry !== 'every-time' &&
  !(fixed.includes(trigger.moment.anchor) && trigger.reentry === 'once-per-record');

export function dateReentryProblems({ trigger }: Definition): Problem[] {
  if (trigger.type !== 'date' || !missesMovedDates(trigger)) return [];
  const params = { anchor: trigger.moment.anchor, reentry: trigger.reentry };
  return [{ code: 'trigger.onceForAllDates', severity: 'warning', path: '/trigger/reentry', params }];
}
