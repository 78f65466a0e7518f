import { addressKey } from '@cueline/workflows/locale';
import { plainKey } from '../../incoming/links/address-forms.js';

/** A person however their address is written: case, tags after a plus, Gmail's dots and its other name make no difference. */
export const personKey = (address: string): string => plainKey(addressKey(address));

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
