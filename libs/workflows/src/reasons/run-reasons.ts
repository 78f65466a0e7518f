import { eventTypeOf } from '../catalogue/event-types.js';
import { describeField } from '../conditions/describe.js';
import { describeAnchor } from '../timing/describe-anchor.js';
import type { IfPast } from '../timing/when-due.js';
import { ifPastMessages, describeMoment } from '../timing/describe.js';
import { text, type ReasonMessages, type ReasonParams } from './reason-message.js';

function describeTakenOver(p: ReasonParams): string {
  if (p['said']) return 'It was recorded as taken over from elsewhere, so nothing starts.';
  const [field, date] = [text(p['field']), describeMoment(text(p['date']).slice(0, 10))];
  if (field === 'event')
    return `It happened on ${date}, long before it was recorded here: taken over, so nothing starts.`;
  const what = field === 'booking.endsAt' ? 'the session' : describeAnchor(field);
  return `${what[0]!.toUpperCase()}${what.slice(1)} was on ${date}, before it was recorded here: taken over, so nothing starts.`;
}

/** Why a run or a step, whatever its kind, came to what it came to. */
export const runReasons = {
  'exit.event': (p) =>
    `It ended early because of this: ${eventTypeOf(text(p['event']))?.label.toLowerCase() ?? 'an event that ends it'}.`,
  'exit.bookingCancelled': () => 'The booking is cancelled.',
  'exit.invoiceVoid': () => 'The invoice is void.',
  'ended.byStep': () => 'It reached an end.',
  'ended.past': () => 'The moment that it was to wait for was past already.',
  'wait.due': {
    real: () => 'It waits, or waited, until then.',
    rehearsed: () => 'Would wait until then.',
  },
  'wait.over': {
    real: () => 'What it waited for has come.',
    rehearsed: () => 'What it would wait for has come.',
  },
  'wait.past': (p) =>
    `${describeMoment(text(p['moment']))} was past already: it ${ifPastMessages[text(p['then']) as IfPast].replace(' if that is past', '')}.`,
  'wait.noDate': (p) =>
    `${describeField(text(p['field']))} is empty. Enter it in the record, and the run goes on by itself.`,
  'wait.noMoment': () => 'The step does not say how long to wait.',
  'skip.past': () => 'Passed over, since the moment before it was past.',
  'time.badZone': (p) => text(p['detail']),
  'time.badMoment': (p) => text(p['detail']),
  'time.outOfRange': (p) => text(p['detail']),
  'time.neverOpen': (p) => text(p['detail']),
  'time.badHours': (p) => text(p['detail']),
  'mail.awaitsApproval': {
    real: () => 'The mail waits for somebody of the studio to approve it.',
    rehearsed: () => 'The email would wait for somebody of the studio to approve it.',
  },
  'mail.declined': (p) =>
    `${text(p['by'])} decided that this mail is not sent.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'mail.sameFact': () => 'Left out: another workflow has sent this mail about the same event.',
  'approval.answered': () => 'Somebody had answered already.',
  'send.sent': {
    real: (p) => `Sent to ${text(p['recipients'])}.`,
    rehearsed: (p) => `Would be sent to ${text(p['recipients'])}.`,
  },
  'send.waiting': (p) => `The mail to ${text(p['recipients'])} waits; the ledger goes on with it.`,
  'send.released': () => 'It is on its way again.',
  'send.skippedByPerson': (p) =>
    `${text(p['by']) || 'Somebody'} decided that this mail is not sent.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'send.gaveUp': () => 'The email could not be delivered for two days, and is not tried any more.',
  'send.inDoubt': () => 'Nobody can say whether the mail server took the mail.',
  'recipient.noAddress': (p) => `There is no mail address for ${text(p['people']) || text(p['role'])}.`,
  'recipient.none': (p) => `There is nobody in the role ${text(p['role'])}.`,
  'recipient.changed': () => 'The recipient’s address has changed meanwhile.',
  'recipient.optedOut': () => 'The client does not want marketing mail.',
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
  'match.started': () => 'It started.',
  'match.condition': () => 'The condition of the trigger does not hold.',
  'match.reentry': () => 'It has run for this before, and runs once.',
  'match.otherBrand': (p) => `It is not for the brand ${text(p['brand'])}.`,
  'match.chainTooLong': (p) =>
    `${String(p['limit'])} runs have led to one another: a workflow that starts itself ends here.`,
  'match.chainTooBroad': (p) =>
    `One event has led to ${String(p['limit'])} runs by workflows that start others, the most that are started for it.`,
  'match.notPublished': (p) => `The workflow was not published, but ${text(p['state'])}.`,
  'match.past': (p) =>
    `The moment was past already: ${describeMoment(text(p['due']))}, counted from ${describeAnchor(text(p['anchor']))} on ${describeMoment(text(p['date']))}, which was known on ${describeMoment(text(p['knownAt']))}.`,
  'match.takenOver': describeTakenOver,
  'rehearsal.person': () => 'A person did this in the rehearsal.',
  'run.ended': () => 'The run had ended.',
} as const satisfies ReasonMessages;
