import type { ErrorCode } from '@cueline/contracts';
import { ProblemError } from '../../../platform/problems/problem-error.js';

/** What a person may do instead, where something can't be asked of a run. */
const words: Partial<Record<ErrorCode, string>> = {
  'run.ended': 'It has ended, or is being stopped: nothing can be asked of it any more.',
  'run.notWaiting': 'It stands at no wait at this moment.',
  'run.notFailed': 'The step at which it stands has not failed, or was left meanwhile.',
  'run.stepPassed': 'It has done this step, passed it over, or gone another way.',
  'run.noSuchStep': 'The version that this run follows has no step of this id.',
  'run.mailUnderWay':
    'The mail server may have taken the mail already. Wait until that is known, or stop the run.',
  'run.awaitsApproval':
    'Its mail waits for somebody to approve it. Approve or decline the mail, or skip the step.',
  'resource.notFound': 'There is no such run.',
};

export const refusalWords = (code: ErrorCode): string => words[code] ?? '';

export function refusalOf(code: ErrorCode): ProblemError {
  const detail = refusalWords(code);
  const errors = code === 'run.noSuchStep' ? [{ pointer: '/stepId', detail }] : undefined;
  return new ProblemError(code, detail, { ...(errors && { errors }) });
}
