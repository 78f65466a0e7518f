import { fieldWords, operatorLabel } from '../conditions/words.js';
import type { Operator } from '../conditions/condition.js';
import { anchorWords } from '../timing/anchor-words.js';
import type { Problem } from './problem.js';

type Params = Problem['params'];
const field = (params: Params) => fieldWords(String(params['field']));

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  null: 'empty',
};

const countWords = ({ of }: Params): string =>
  of === 'string' ? ' characters long' : of === 'array' ? ' entries long' : '';

const reachedWords = ({ by, reached }: Params): string =>
  by ? `"${by}" has waited until "${reached}".` : `the workflow starts "${reached}".`;

/** What is wrong and how to mend it, in an owner's words. */
const words: Readonly<Record<string, (params: Params) => string>> = {
  'definition.tooDeep': (p) =>
    `Paths may lie ${p['limit']} deep inside each other at most. Move some steps into a workflow of their own.`,
  'definition.tooLarge': () => 'This workflow is too large. Split it into several.',
  'definition.tooManySteps': (p) => `A workflow has at most ${p['limit']} steps. Split it into several.`,
  'definition.unknownVersion': (p) =>
    `This is written in version ${p['given']} of the workflow language. Known here: ${p['known']}.`,
  'definition.unknownKey': (p) => `There is no setting "${p['key']}" here. Remove it.`,
  'definition.missing': (p) => `"${p['key']}" is missing.`,
  'definition.wrongType': (p) =>
    `This must be ${typeWords[String(p['expected'])] ?? p['expected']}, not ${typeWords[String(p['given'])] ?? p['given']}.`,
  'definition.notAllowed': (p) => `Allowed here: ${p['allowed']}.`,
  'definition.tooSmall': (p) => `This must be at least ${p['limit']}${countWords(p)}.`,
  'definition.tooBig': (p) => `This must be at most ${p['limit']}${countWords(p)}.`,
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
      ? `It runs once for each client: neither the next record nor ${anchorWords(String(p['anchor']))} that moves starts it again. Set "How often" to every time, which is once for each date.`
      : `When ${anchorWords(String(p['anchor']))} moves after this has run, it does not run again. Set "How often" to every time, which is once for each date.`,
  'step.unknownKind': (p) => `There is no step "${p['kind']}". Known: ${p['known']}.`,
  'step.duplicateId': (p) => `Two steps are called "${p['id']}" inside. Give one of them another id.`,
  'step.unreachable': () => 'No run can get here: everything before it ends. Remove it or the end above.',
  'path.duplicateId': (p) => `Two paths are called "${p['id']}" inside. Give one of them another id.`,
  'path.changesNothing': (p) =>
    `The path "${p['path']}" does nothing, and neither do those after it. Add a step to it, or remove it.`,
  'mail.tooManyADay': (p) =>
    `Within a day ${p['count']} mails go to ${p['to']}, more than ${p['limit']}. Put a wait of a day between them, or write fewer.`,
  'mail.noTemplate': () => 'Choose a template.',
  'mail.templateMissing': () => 'The template does not exist any more. Choose another.',
  'mail.templateArchived': (p) => `The template "${p['name']}" is archived. Choose another or bring it back.`,
  'mail.templateBroken': (p) =>
    `The template "${p['name']}" has mistakes. ${p['mistake'] ? `${p['mistake']} ` : ''}Open it to fix them.`,
  'mail.fieldUnavailable': (p) =>
    `The template "${p['name']}" uses ${field(p)}, which is not known when this workflow starts. Take it out of the template or choose another.`,
  'mail.fieldMayBeEmpty': (p) =>
    `The template "${p['name']}" uses ${field(p)}, which may be empty. Give it a fallback: {{ ${p['field']} | default("...") }}.`,
  'mail.badAddress': (p) =>
    p['address'] ? `"${p['address']}" is not an email address. ${p['why']}` : 'Enter an email address.',
  'mail.roleUnavailable': (p) =>
    `This workflow starts from a record that has no one like ${p['role']}. Choose another recipient.`,
  'text.broken': (p) => `This text has a mistake. ${p['mistake']}`,
  'text.doubtful': (p) => `Look at this text again. ${p['mistake']}`,
  'text.fieldUnavailable': (p) =>
    `This text uses ${field(p)}, which is not known when this workflow starts. Take it out.`,
  'text.fieldMayBeEmpty': (p) =>
    `This text uses ${field(p)}, which may be empty. Give it a fallback: {{ ${p['field']} | default("...") }}.`,
  'task.noTitle': () => 'Say what is to be done.',
  'task.nobodyChosen': () => 'Choose who gets the task.',
  'task.assigneeMissing': () => 'This person is not there any more. Choose somebody else.',
  'task.assigneeArchived': (p) => `${p['name']} is archived. Choose somebody else.`,
  'task.staffUnavailable': () =>
    'This workflow starts from a record that has no staff. Choose somebody else.',
  'update.nothing': () => 'Nothing is changed. Add a change, or remove the step.',
  'update.recordUnavailable': (p) =>
    `The ${p['record']} is not known when this workflow starts. Choose another record.`,
  'update.recordMayBeMissing': (p) =>
    `There may be no ${p['record']} when this workflow starts. The step is then skipped.`,
  'update.notSettable': (p) => `${field(p)} cannot be changed like this by a workflow. Choose another field.`,
  'update.changedTwice': (p) => `${field(p)} is changed twice. Keep one of the changes.`,
  'update.wrongValue': (p) => `Enter what becomes of ${field(p)}, in at most ${p['limit']} characters.`,
  'wait.noMoment': () => 'Say how long to wait, or until when.',
  'wait.twoMoments': (p) => `This wait says both "${p['first']}" and "${p['second']}". Keep one of them.`,
  'date.unknownField': (p) =>
    `${field(p)} is not known when this workflow starts. Choose another date to count from.`,
  'date.notADate': (p) => `${field(p)} is no date. Choose a date to count from.`,
  'date.mayBeEmpty': (p) =>
    `${field(p)} may be empty. A run without it stands here until somebody enters it.`,
  'wait.certainlyPast': (p) =>
    `A run gets here only after "${p['moment']}": ${reachedWords(p)} Change their order, or one of the dates.`,
  'limit.certainlyPast': (p) =>
    `Nothing can happen in time here, since "${p['moment']}" is past: ${reachedWords(p)} Set a later limit.`,
  'limit.noTime': () => 'Nothing can happen in no time. Set how long to wait at most.',
  'approve.noQuestion': () => 'Say what is to be approved.',
  'approve.sameEitherWay': () =>
    'Declined, the run goes on as if approved. Put an end on the path "Declined", or what is approved on the path "Approved".',
  'approve.remindsTooOften': (p) => `A reminder every ${p['every']} is too often. Set an hour or more.`,
  'approve.noLimit': () =>
    'The path "No answer" is never taken, since there is no time limit. Set one, or empty the path.',
  'start.noWorkflow': () => 'Choose a workflow.',
  'start.workflowMissing': () => 'The workflow does not exist any more. Choose another.',
  'start.notPublished': (p) =>
    `The workflow "${p['name']}" is ${p['state'] === 'draft' ? 'not published yet' : p['state']}: it would not start. Publish it, or choose another.`,
  'start.neverAgain': () =>
    'This workflow starts only once for each record or client, so it does not start itself again. Set "How often" to every time.',
  'start.otherRecord': (p) =>
    `The workflow "${p['name']}" is about a ${p['needs']}, this one about a ${p['has']}. Choose another.`,
  'start.recordMissing': (p) =>
    `The workflow "${p['name']}" needs a ${p['record']}, which is not known when this workflow starts. Choose another.`,
  'loop.startsItself': () =>
    'Every run of this workflow starts it again at once. Put a wait or a decision before this step.',
  'loop.startsAgain': (p) =>
    `These workflows start each other: ${p['loop']}. After ${p['limit']} runs no more are started. Break the loop by a condition, or set "How often" of one of them to once.`,
  'loop.startsSeveral': (p) =>
    `One run of “${p['name']}” may start ${p['several']} runs that lead back here: ${p['loop']}. Their number grows with every round, and ends at ${p['limit']} runs for one event. Keep one of these steps, or let a decision choose between them.`,
  'webhook.noAddress': () => 'Enter the address that is called.',
  'webhook.badAddress': () =>
    'This is no address that can be called. Enter one such as https://hooks.example.com/cueline.',
  'webhook.credentials': () =>
    'Take the name and password out of the address: whoever is called knows us by the signature.',
  'webhook.notEncrypted': (p) =>
    `${p['host']} would be called without encryption. Enter an address that begins with https://.`,
  'webhook.port': (p) => `Port ${p['port']} is not one for webhooks. Use 443, or one from 1024 on.`,
  'webhook.inside': (p) =>
    `${p['host']} is not on the public internet, so it is not called. Enter an address that everybody can reach.`,
  'webhook.fieldUnavailable': (p) =>
    `${field(p)} is not known when this workflow starts. Take it out of the fields.`,
  'notify.noSubject': () => 'Say in the subject what it is about.',
  'wait.noTime': () => 'This wait lasts no time. Set how long, or remove it.',
  'decide.sameEitherWay': () =>
    'Whatever is decided, nothing different happens: all paths are empty. Add a step to one, or remove the decision.',
  'decide.noOtherwise': () => 'The path "otherwise" is missing. Add it as the last one.',
  'decide.otherwiseNotLast': () => 'The path "otherwise" must come last.',
  'decide.otherwiseWithCondition': () =>
    'The path "otherwise" has a condition. Remove it, or make it a path of its own.',
  'decide.onePath': () => 'A decision needs at least two paths.',
  'decide.noCondition': (p) => `Say when the path "${p['path']}" is taken.`,
  'condition.tooDeep': (p) =>
    `Groups may lie ${p['limit']} deep inside each other at most. Simplify the condition.`,
  'condition.tooLarge': (p) => `A condition has at most ${p['limit']} comparisons. Simplify it.`,
  'condition.emptyGroup': () => 'This group is empty. Add a comparison or remove the group.',
  'condition.unknownField': (p) =>
    `${field(p)} is not known when this workflow starts. Choose another field.`,
  'condition.operatorMismatch': (p) =>
    `${field(p)} cannot be asked whether it "${operatorLabel(p['op'] as Operator)}". Choose another comparison.`,
  'condition.noCurrency': (p) => String(p['why']),
  'condition.valueMismatch': (p) => `Enter what ${field(p)} is compared with.`,
};

export function explainProblem({ code, params }: Problem): string {
  const explain = Object.hasOwn(words, code) ? words[code] : undefined;
  return explain ? explain(params) : code;
}

export const explainedCodes: readonly string[] = Object.keys(words);
