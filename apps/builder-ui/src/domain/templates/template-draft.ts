import { m } from './messages.js';

/** A template as it is being written. */
export interface TemplateDraft {
  readonly name: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  /** Null: the plain text follows from the HTML. */
  readonly text: string | null;
}

/** The parts that take merge fields. */
export const parts = ['subject', 'preheader', 'html', 'text'] as const;
export type Part = (typeof parts)[number];

export const partLabels: Readonly<Record<Part, string>> = m.parts;

export const draftOf = ({ name, subject, preheader, html, text }: TemplateDraft): TemplateDraft => ({
  name,
  subject,
  preheader,
  html,
  text,
});

const keys = ['name', ...parts] as const;
export const differing = (a: TemplateDraft, b: TemplateDraft): (typeof keys)[number][] =>
  keys.filter((key) => a[key] !== b[key]);
