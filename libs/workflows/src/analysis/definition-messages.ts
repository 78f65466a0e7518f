import type { ProblemMessages, ProblemParams } from '../problems/problem.js';
import { describeAnchor } from '../timing/describe-anchor.js';

const typeLabels: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  null: 'empty',
};

const describeCount = ({ of }: ProblemParams): string =>
  of === 'string' ? ' characters long' : of === 'array' ? ' entries long' : '';

const describeReach = ({ by, reached }: ProblemParams): string =>
  by ? `"${by}" has waited until "${reached}".` : `the workflow starts "${reached}".`;

/** Of a definition as a whole. */
export const definitionMessages = {
  'definition.tooDeep': (p) =>
    `Paths may lie ${p['limit']} deep inside each other at most. Move some steps into a workflow of their own.`,
  'definition.tooLarge': () => 'This workflow is too large. Split it into several.',
  'definition.tooManySteps': (p) => `A workflow has at most ${p['limit']} steps. Split it into several.`,
  'definition.unknownVersion': (p) =>
    `This is written in version ${p['given']} of the workflow language. Known here: ${p['known']}.`,
  'definition.unknownKey': (p) => `There is no setting "${p['key']}" here. Remove it.`,
  'definition.missing': (p) => `"${p['key']}" is missing.`,
  'definition.wrongType': (p) =>
    `This must be ${typeLabels[String(p['expected'])] ?? p['expected']}, not ${typeLabels[String(p['given'])] ?? p['given']}.`,
  'definition.notAllowed': (p) => `Allowed here: ${p['allowed']}.`,
  'definition.tooSmall': (p) => `This must be at least ${p['limit']}${describeCount(p)}.`,
  'definition.tooBig': (p) => `This must be at most ${p['limit']}${describeCount(p)}.`,
  'definition.wrongShape': (p) => String(p['detail']),
  'workflow.tooLong': (p) =>
    `The waits up to here come to ${p['given']} years. A run may last ${p['years']} years at most: make some of them shorter.`,
  'workflow.empty': () => 'Nothing happens yet. Add a first step.',
  'trigger.unknownEvent': (p) => `There is no event "${p['event']}". Choose one from the list.`,
  'trigger.unknownBrand': () => 'This brand does not exist in the studio. Choose another.',
  'trigger.answersWithoutLimit': (p) =>
    p['what'] === 'mail'
      ? 'Every mail is answered, however many the same person or machine writes. Set "How often" to once for each client.'
      : 'An inquiry is answered every time. Set "How often" to once for each record or for each client.',
  'trigger.onceForAllDates': (p) =>
    p['reentry'] === 'once-per-contact'
      ? `It runs once for each client: neither the next record nor ${describeAnchor(String(p['anchor']))} that moves starts it again. Set "How often" to every time, which is once for each date.`
      : `When ${describeAnchor(String(p['anchor']))} moves after this has run, it does not run again. Set "How often" to every time, which is once for each date.`,
  'step.unknownKind': (p) => `There is no step "${p['kind']}". Known: ${p['known']}.`,
  'step.duplicateId': (p) => `Two steps are called "${p['id']}" inside. Give one of them another id.`,
  'step.unreachable': () => 'No run can get here: everything before it ends. Remove it or the end above.',
  'path.duplicateId': (p) => `Two paths are called "${p['id']}" inside. Give one of them another id.`,
  'mail.tooManyADay': (p) =>
    `Within a day ${p['count']} mails go to ${p['to']}, more than ${p['limit']}. Put a wait of a day between them, or write fewer.`,
  'wait.certainlyPast': (p) =>
    `A run gets here only after "${p['moment']}": ${describeReach(p)} Change their order, or one of the dates.`,
  'limit.certainlyPast': (p) =>
    `Nothing can happen in time here, since "${p['moment']}" is past: ${describeReach(p)} Set a later limit.`,
  'loop.startsItself': () =>
    'Every run of this workflow starts it again at once. Put a wait or a decision before this step.',
  'loop.startsAgain': (p) =>
    `These workflows start each other: ${p['loop']}. After ${p['limit']} runs no more are started. Break the loop by a condition, or set "How often" of one of them to once.`,
  'loop.startsSeveral': (p) =>
    `One run of “${p['name']}” may start ${p['several']} runs that lead back here: ${p['loop']}. Their number grows with every round, and ends at ${p['limit']} runs for one event. Keep one of these steps, or let a decision choose between them.`,
} as const satisfies ProblemMessages;
