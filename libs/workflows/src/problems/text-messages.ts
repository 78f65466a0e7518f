import { fieldIn } from './field-in.js';
import type { ProblemMessages } from './problem.js';

export const textMessages = {
  'mail.fieldUnavailable': (p) =>
    `The template "${p['name']}" uses ${fieldIn(p)}, which is not known when this workflow starts. Take it out of the template or choose another.`,
  'mail.fieldMayBeEmpty': (p) =>
    `The template "${p['name']}" uses ${fieldIn(p)}, which may be empty. Give it a fallback: {{ ${p['field']} | default("...") }}.`,
  'text.broken': (p) => `This text has a mistake. ${p['mistake']}`,
  'text.doubtful': (p) => `Look at this text again. ${p['mistake']}`,
  'text.fieldUnavailable': (p) =>
    `This text uses ${fieldIn(p)}, which is not known when this workflow starts. Take it out.`,
  'text.fieldMayBeEmpty': (p) =>
    `This text uses ${fieldIn(p)}, which may be empty. Give it a fallback: {{ ${p['field']} | default("...") }}.`,
} as const satisfies ProblemMessages;
export type TextProblemCode = keyof typeof textMessages;
