import { describeField } from '../../conditions/describe.js';
import { list, text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const updateReasons = {
  'update.done': {
    real: (p) =>
      `Changed: ${list(p['changed'])
        .map((field) => describeField(`${text(p['record'])}.${field}`))
        .join(', ')}.`,
    rehearsed: (p) =>
      `Would change: ${list(p['changed'])
        .map((field) => describeField(`${text(p['record'])}.${field}`))
        .join(', ')}.`,
  },
  'update.nothingChanged': () => 'It stood so already.',
  'update.noRecord': (p) => `There is no ${text(p['record'])} to change.`,
  'update.refused': (p) => `A ${text(p['from'])} ${text(p['record'])} cannot become ${text(p['to'])}.`,
  'update.notSettable': (p) =>
    `${describeField(text(p['field']))} cannot be changed like this by a workflow.`,
  'update.emptyValue': (p) =>
    `Filled in with these facts, there is nothing for ${describeField(text(p['field']))}.`,
  'update.listFull': (p) => `${describeField(text(p['field']))} has ${String(p['limit'])} entries already.`,
} as const satisfies ReasonMessages;
