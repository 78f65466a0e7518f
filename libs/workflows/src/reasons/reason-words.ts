import { eventTypeOf } from '../catalogue/event-types.js';
import { fieldWords, traceWords } from '../conditions/words.js';
import type { Trace } from '../conditions/evaluate.js';
import { anchorWords } from '../timing/anchor-words.js';
import { momentWords, ifPastWords } from '../timing/words.js';
import type { IfPast } from '../timing/when-due.js';
import { mailReasons } from './mail-reasons.js';
import { failureReasons } from './failure-reasons.js';
import { text, type Params, type Words } from './params.js';
import { rehearsedReasons } from './rehearsed-reasons.js';
import { strangerReasons } from './stranger-reasons.js';
import { webhookReasons } from './webhook-reasons.js';

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function takenOverWords(p: Params): string {
  if (p['said']) return 'It was recorded as taken over from elsewhere, so nothing starts.';
  const [field, date] = [text(p['field']), momentWords(text(p['date']).slice(0, 10))];
  if (field === 'event')
    return `It happened on ${date}, long before it was recorded here: taken over, so nothing starts.`;
  const what = field === 'booking.endsAt' ? 'the session' : anchorWords(field);
  return `${what[0]!.toUpperCase()}${what.slice(1)} was on ${date}, before it was recorded here: taken over, so nothing starts.`;
}

/** Why a step or a run came to what it came to, in an owner's words. */
const words: Readonly<Record<string, Words>> = {
  'exit.event': (p) =>
    `It ended early because of this: ${eventTypeOf(text(p['event']))?.label.toLowerCase() ?? 'an event that ends it'}.`,
  'exit.bookingCancelled': () => 'The booking is cancelled.',
  'exit.invoiceVoid': () => 'The invoice is void.',
  'ended.byStep': () => 'It reached an end.',
  'decide.matched': () => 'A path’s condition holds.',
  'decide.otherwise': () => 'No path’s condition holds.',
  'decide.nothing': () => 'No path fits.',
  'ended.past': () => 'The moment that it was to wait for was past already.',
  'wait.due': () => 'It waits, or waited, until then.',
  'wait.over': () => 'What it waited for has come.',
  'wait.past': (p) =>
    `${momentWords(text(p['moment']))} was past already: it ${ifPastWords[text(p['then']) as IfPast].replace(' if that is past', '')}.`,
  'wait.noDate': (p) =>
    `${fieldWords(text(p['field']))} is empty. Enter it in the record, and the run goes on by itself.`,
  'wait.noMoment': () => 'The step does not say how long to wait.',
  'skip.past': () => 'Passed over, since the moment before it was past.',
  'time.badZone': (p) => text(p['detail']),
  'time.badMoment': (p) => text(p['detail']),
  'time.outOfRange': (p) => text(p['detail']),
  'time.neverOpen': (p) => text(p['detail']),
  'time.badHours': (p) => text(p['detail']),
  'answer.happened': (p) =>
    `It happened: ${eventTypeOf(text(p['type']))?.label.toLowerCase() ?? 'the event came'}.`,
  'answer.timedOut': () => 'It did not happen in time.',
  'answer.approved': (p) => `Approved by ${text(p['by'])}.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'answer.declined': (p) => `Declined by ${text(p['by'])}.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'answer.noAnswer': () => 'Nobody answered in time.',
  'mail.held': () => 'The mail waits for somebody of the studio to approve it.',
  'mail.declined': (p) =>
    `${text(p['by'])} decided that this mail is not sent.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'mail.sameFact': () => 'Left out: another workflow has sent this mail about the same event.',
  'approval.answered': () => 'Somebody had answered already.',
  'send.sent': (p) => `Sent to ${text(p['recipients'])}.`,
  'send.waiting': (p) => `The mail to ${text(p['recipients'])} waits; the ledger goes on with it.`,
  'send.released': () => 'It is on its way again.',
  'send.skippedByPerson': (p) =>
    `${text(p['by']) || 'Somebody'} decided that this mail is not sent.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'send.gaveUp': () => 'The email could not be delivered for two days, and is not tried any more.',
  'send.inDoubt': () => 'Nobody can say whether the mail server took the mail.',
  ...mailReasons,
  'recipient.noAddress': (p) => `There is no mail address for ${text(p['people']) || text(p['role'])}.`,
  'recipient.none': (p) => `There is nobody in the role ${text(p['role'])}.`,
  'recipient.changed': () => 'The recipient’s address has changed meanwhile.',
  'recipient.optedOut': () => 'The client does not want marketing mail.',
  'task.created': (p) =>
    `Task “${text(p['title'])}” created${p['person'] ? ` for ${text(p['person'])}` : ''}.`,
  'task.createdForNobody': (p) =>
    `Task “${text(p['title'])}” created, but nobody is there to have it: it stands in the studio’s list.`,
  'task.noTitle': () => 'Filled in with these facts, the task’s title is empty.',
  'update.done': (p) =>
    `Changed: ${list(p['changed'])
      .map((field) => fieldWords(`${text(p['record'])}.${field}`))
      .join(', ')}.`,
  'update.nothingChanged': () => 'It stood so already.',
  'update.noRecord': (p) => `There is no ${text(p['record'])} to change.`,
  'update.refused': (p) => `A ${text(p['from'])} ${text(p['record'])} cannot become ${text(p['to'])}.`,
  'update.notSettable': (p) => `${fieldWords(text(p['field']))} cannot be changed like this by a workflow.`,
  'update.emptyValue': (p) =>
    `Filled in with these facts, there is nothing for ${fieldWords(text(p['field']))}.`,
  'update.listFull': (p) => `${fieldWords(text(p['field']))} has ${String(p['limit'])} entries already.`,
  'start.requested': (p) => `Asked for a run of “${text(p['name'])}”.`,
  'start.workflowMissing': () => 'The workflow does not exist any more.',
  ...strangerReasons,
  ...webhookReasons,
  ...failureReasons,
  'text.broken': (p) => `The text has mistakes. ${text(p['mistake'])}`.trimEnd(),
  'text.budget': () => 'The text asks for too much.',
  'brand.missing': () => 'The record belongs to no brand.',
  'template.missing': () => 'The template does not exist any more.',
  'template.broken': (p) => `The template has mistakes. ${text(p['mistake'])}`.trimEnd(),
  'template.budget': () => 'The template asks for too much.',
  'send.held': () => 'It leaves when the run goes on.',
  'paused.byPerson': () => 'Somebody paused it: nothing new begins until it is resumed.',
  'paused.workflow': () => 'Its workflow is paused, and it goes on with that.',
  'skipped.byPerson': () => 'Somebody skipped it.',
  'forced.byPerson': () => 'Somebody ended the wait.',
  'stopped.byPerson': () => 'Somebody stopped the run.',
  'match.condition': () => 'The condition of the trigger does not hold.',
  'match.reentry': () => 'It has run for this before, and runs once.',
  'match.otherBrand': (p) => `It is not for the brand ${text(p['brand'])}.`,
  'match.chainTooLong': (p) =>
    `${String(p['limit'])} runs have led to one another: a workflow that starts itself ends here.`,
  'match.chainTooBroad': (p) =>
    `One event has led to ${String(p['limit'])} runs by workflows that start others, the most that are started for it.`,
  'match.notPublished': (p) => `The workflow was not published, but ${text(p['state'])}.`,
  'match.past': (p) =>
    `The moment was past already: ${momentWords(text(p['due']))}, counted from ${anchorWords(text(p['anchor']))} on ${momentWords(text(p['date']))}, which was known on ${momentWords(text(p['knownAt']))}.`,
  'match.takenOver': takenOverWords,
  'run.ended': () => 'The run had ended.',
};

/** Whether it happened, or only would have. */
export type ReasonMood = 'real' | 'rehearsed';

/** The reason itself, then what was compared. A code without words stands for itself. */
export function reasonWords(reason: unknown, mood: ReasonMood = 'real'): string[] {
  if (reason === null || typeof reason !== 'object') return [];
  const {
    code,
    params = {},
    looked = [],
    trace: compared,
  } = reason as { code?: string; params?: Params; looked?: { trace: Trace }[]; trace?: Trace };
  const said = mood === 'rehearsed' ? { ...words, ...rehearsedReasons } : words;
  const say = code && Object.hasOwn(said, code) ? said[code] : undefined;
  return [
    ...(say ? [say(params)] : code ? [code] : []),
    ...(compared ? traceWords(compared) : []),
    ...looked.flatMap(({ trace }) => traceWords(trace)),
  ];
}
