import type { ControlRefusal, Texts } from '@cueline/workflows';
import { ProblemError } from '../../../platform/problems/problem-error.js';

/** Why a control of a run is refused. */
export type RefusalCode = ControlRefusal | 'resource.notFound';

/** What a person may do instead, where something cannot be requested of a run. */
const messages: Readonly<Record<RefusalCode, Texts>> = {
  'run.ended': {
    en: 'It has ended, or is being stopped: nothing can be requested of it any more.',
    de: 'Der Durchlauf ist zu Ende oder wird gerade gestoppt: Daran ist nichts mehr zu ändern.',
  },
  'run.notWaiting': {
    en: 'It is not waiting at this moment.',
    de: 'Der Durchlauf wartet im Moment nicht.',
  },
  'run.notFailed': {
    en: 'The current step has not failed, or was left meanwhile.',
    de: 'Der Schritt ist nicht fehlgeschlagen, oder der Durchlauf ist inzwischen weiter.',
  },
  'run.stepPassed': {
    en: 'It has done this step, passed it over, or gone another way.',
    de: 'Der Durchlauf hat diesen Schritt getan, übergangen oder einen anderen Weg genommen.',
  },
  'run.noSuchStep': {
    en: 'The version that this run follows has no step of this id.',
    de: 'Die Version, nach der dieser Durchlauf geht, hat keinen Schritt mit dieser Kennung.',
  },
  'run.mailUnderWay': {
    en: 'The mail server may have taken the mail already. Wait until that is known, or stop the run.',
    de: 'Vielleicht hat der Mailserver die E-Mail schon angenommen. Warte, bis das bekannt ist, oder stoppe den Durchlauf.',
  },
  'run.awaitsApproval': {
    en: 'Its mail waits for somebody to approve it. Approve or decline the mail, or skip the step.',
    de: 'Die E-Mail wartet darauf, dass jemand sie freigibt. Gib sie frei, lehne sie ab oder überspringe den Schritt.',
  },
  'resource.notFound': { en: 'There is no such run.', de: 'Diesen Durchlauf gibt es nicht.' },
};

export const refusalMessage = (code: RefusalCode): Texts => messages[code];

export function refusalOf(code: RefusalCode): ProblemError {
  const detail = refusalMessage(code);
  const errors = code === 'run.noSuchStep' ? [{ pointer: '/stepId', detail }] : undefined;
  return new ProblemError(code, detail, { ...(errors && { errors }) });
}
