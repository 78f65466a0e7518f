import { isEventType, type InjectedEventInput } from '@cueline/workflows';
import { Unable } from './command.js';

/** "2027-05-04T10:00:00Z mail.replied": when and what; the time may have a space in it. */
const written = /^(\d{4}-\d\d-\d\d[T ]\S+) +(\S.*)$/;

export type DatedEventInput = InjectedEventInput & { readonly at: string };

/**
 * What is let happen, as it is typed: a time and an event, approved, declined, pause, resume, stop, skip STEP or force STEP; or the JSON of one.
 * @throws Unable when it is none of these
 */
export function parseInjectedEvent(text: string): DatedEventInput {
  if (text.startsWith('{')) return asJson(text);
  const [, at, what] = written.exec(text.trim()) ?? [];
  const injectedEvent = what && parseWords(what.split(/ +/));
  if (!at || !injectedEvent)
    throw new Unable(
      `"${text}" is nothing that can happen. Say when and what, such as "2027-05-04T10:00:00Z mail.replied": ` +
        'an event, approved, declined, pause, resume, stop, skip STEP, force STEP.',
    );
  return { at, ...injectedEvent };
}

function parseWords([word = '', step = '', ...more]: readonly string[]): InjectedEventInput | undefined {
  if (more.length > 0) return undefined;
  if (word === 'skip' || word === 'force')
    return step === ''
      ? undefined
      : word === 'skip'
        ? { type: word, stepId: step }
        : { type: word, stepId: step, visit: 1 };
  if (step !== '') return undefined;
  if (word === 'approved' || word === 'declined') return { type: 'answer', answer: word };
  if (word === 'pause' || word === 'resume' || word === 'stop') return { type: word };
  return isEventType(word) ? { type: 'event', event: word } : undefined;
}

function asJson(text: string): DatedEventInput {
  try {
    // The API, or the schema of tests, looks at it.
    return JSON.parse(text) as DatedEventInput;
  } catch (error) {
    throw new Unable(`--event is not JSON: ${(error as Error).message}`);
  }
}
