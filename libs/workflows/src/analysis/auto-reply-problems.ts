import { eventTypeOf } from '../catalogue/event-types.js';
import type { Definition } from '../definition/definition.js';
import { kindOf } from '../kinds/registry.js';
import { pathsOf, type Step } from '../kinds/step.js';
import type { Problem } from './problem.js';

/** Whoever writes is answered, however often: a person by ten mails, a machine for ever. */
export function autoReplyProblems({ trigger, steps }: Definition): Problem[] {
  if (trigger.type !== 'event' || !isWithoutLimit(trigger) || !answers(steps)) return [];
  const what = eventTypeOf(trigger.event)!.subject === 'message' ? 'mail' : 'inquiry';
  return [
    { code: 'trigger.answersWithoutLimit', severity: 'warning', path: '/trigger/reentry', params: { what } },
  ];
}

/** Each mail is a record of its own: once for each record limits nothing there. */
function isWithoutLimit({ event, reentry }: Extract<Definition['trigger'], { type: 'event' }>): boolean {
  if (eventTypeOf(event)!.subject === 'message') return reentry !== 'once-per-contact';
  return event === 'inquiry.received' && reentry === 'every-time';
}

/** Without a person who looks at it first. */
const answers = (steps: readonly Step[]): boolean =>
  steps.some((step) => {
    const kind = kindOf(step);
    if (kind.mail?.(step).answersUnread) return true;
    return pathsOf(step).some(({ id, steps: inner }) => id !== kind.approvedOutcome && answers(inner));
  });
