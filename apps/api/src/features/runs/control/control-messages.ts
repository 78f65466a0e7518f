import type { ControlRefusal } from '@cueline/workflows';
import { ProblemError } from '../../../platform/problems/problem-error.js';

/** Why a control of a run is refused. */
export type RefusalCode = ControlRefusal | 'resource.notFound';

/** What a person may do instead, where something cannot be requested of a run. */
const messages: Readonly<Record<RefusalCode, string>> = {
  'run.ended': 'It has ended, or is being stopped: nothing can be requested of it any more.',
  'run.notWaiting': 'It is not waiting at this moment.',
  'run.notFailed': 'The current step has not failed, or was left meanwhile.',
  'run.stepPassed': 'It has done this step, passed it over, or gone another way.',
  'run.noSuchStep': 'The version that this run follows has no step of this id.',
  'run.mailUnderWay':
    'The mail server may have taken the mail already. Wait until that is known, or stop the run.',
  'run.awaitsApproval':
    'Its mail waits for somebody to approve it. Approve or decline the mail, or skip the step.',
  'resource.notFound': 'There is no such run.',
};

export const refusalMessage = (code: RefusalCode): string => messages[code];

export function refusalOf(code: RefusalCode): ProblemError {
  const detail = refusalMessage(code);
  const errors = code === 'run.noSuchStep' ? [{ pointer: '/stepId', detail }] : undefined;
  return new ProblemError(code, detail, { ...(errors && { errors }) });
}
