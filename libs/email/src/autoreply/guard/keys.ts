import { addressKey } from '@cueline/workflows/locale';
import { plainKey } from '../../incoming/links/address-forms.js';

/** Where a marketplace passes on what people write to each other: what follows the plus tells the people apart. */
const relay = /^(?:reply|replies|message|messages|msg|conversation|thread|lead|leads|inquiry|relay)\+/;

/**
 * A person however their address is written: case, tags after a plus, Gmail's dots and its other name make no difference. The tag of a relay is kept where the owner marked its
 * sender as a form, and so says that each of its mails is of a person.
 */
export function personKey(address: string, isForm = false): string {
  const key = addressKey(address);
  return isForm && relay.test(key) ? key : plainKey(key);
}

/** What answers: a step of a workflow, or a common question. */
export type AnswerSource =
  | { readonly kind: 'step'; readonly workflowId: string; readonly stepId: string }
  | { readonly kind: 'question'; readonly ruleId: string };

/**
 * What an answer is counted by: where it comes from, not what it says. Fields that are filled in, an edited template, a new version or the variant for
 * closed hours make no other answer of it.
 */
export const answerKey = (source: AnswerSource): string =>
  source.kind === 'step' ? `step:${source.workflowId}:${source.stepId}` : `question:${source.ruleId}`;
