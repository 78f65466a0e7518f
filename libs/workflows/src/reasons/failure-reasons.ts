import { text, type Sentence } from './reason-message.js';

/** Why a step cannot succeed as things are: it has failed until a person changes something and has it tried again. */
export type FailureCode =
  | 'failure.text'
  | 'failure.number'
  | 'failure.date'
  | 'failure.zone'
  | 'failure.currency'
  | 'failure.locale'
  | 'failure.value'
  | 'failure.rule'
  | 'failure.recordMissing'
  | 'failure.tooLarge'
  | 'failure.product'
  | 'failure.noAnswer'
  | 'failure.gaveUp';

/** Why a step has to wait although nothing is wrong with it: it is tried again by itself. */
export type LaterCause = 'database' | 'busy' | 'crowded' | 'noAnswer';
export type LaterCode = `later.${LaterCause}`;

const laterReasons: Readonly<Record<LaterCode, Sentence>> = {
  'later.database': () =>
    'The database cannot be reached just now. The step is tried again by itself as soon as it can.',
  'later.busy': () =>
    'Something else is working on the same record, or the database is busy. The step is tried again by itself.',
  'later.crowded': () => 'Many runs of the studio are at work at this moment. This one takes its turn.',
  'later.noAnswer': () => 'The step took too long and was broken off. It is tried again by itself.',
};

const failedReasons: Readonly<Record<FailureCode, Sentence>> = {
  'failure.text': () =>
    'A text that the step writes holds characters that cannot be stored. Correct the text or the field it comes from, then retry the step.',
  'failure.number': () =>
    'A number that the step writes is too large or is no number. Correct it, then retry the step.',
  'failure.date': () =>
    'A date or time that the step uses does not exist or is out of range. Correct it, then retry the step.',
  'failure.zone': (p) =>
    `The time zone${p['zone'] ? ` “${text(p['zone'])}”` : ''} is not known. Choose another one in the settings of the brand or the client, then retry the step.`,
  'failure.currency': () => 'A currency that the step uses is not known. Correct it, then retry the step.',
  'failure.locale': () =>
    'The language or region that the step formats by is not known. Choose another one in the settings of the brand or the client, then retry the step.',
  'failure.value': () =>
    'A value that the step writes does not fit its field. Correct it, then retry the step.',
  'failure.rule': () =>
    'The step would change a record in a way that its rules do not allow. Check the record, then retry the step.',
  'failure.recordMissing': () => 'A record that the step needs does not exist any more.',
  'failure.tooLarge': () =>
    'What the step writes is too large to be stored. Shorten it, then retry the step.',
  'failure.product': () =>
    'Cueline itself made an error at this step. The log of the worker names it under the id of this run. Retry the step once it is fixed, or skip it.',
  'failure.noAnswer': () =>
    'The step was broken off again and again, since it took too long. Retry it, or skip it.',
  'failure.gaveUp': (p) => {
    const last = text(p['last']);
    const why = Object.hasOwn(laterReasons, last) ? laterReasons[last as LaterCode]({}) : '';
    return `It was tried for two days without success. ${firstSentence(why)} Retry the step, or skip it.`;
  },
};

const firstSentence = (words: string): string => (words ? `The last time: ${/^.*?\./.exec(words)![0]}` : '');

/** Why a step failed that could not be carried out, or is put off. */
export const failureReasons: Readonly<Record<FailureCode | LaterCode, Sentence>> = {
  ...failedReasons,
  ...laterReasons,
};
