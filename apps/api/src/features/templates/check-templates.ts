import type { Attachment } from '@cueline/database';
import {
  compileContent,
  fieldsOf,
  mistakeOf,
  type CompiledTemplate,
  type TemplateContent,
} from '@cueline/email';
import type { TemplateFacts, Texts } from '@cueline/workflows';
import { problemsOf, type FoundProblem } from './template-problems.js';

export interface TemplateCheck {
  readonly problems: readonly FoundProblem[];
  /** It cannot be filled in at all. */
  readonly broken: boolean;
  /** The first of its mistakes, in a sentence. */
  readonly mistake?: Texts;
  readonly fields: TemplateFacts['fields'];
}

/** What of a template is checked: its text, and what its mails carry. */
export interface Checked extends TemplateContent {
  readonly attachments?: readonly Attachment[];
}

/** All that is asked about templates without filling them in. */
export const checkTemplates = (contents: readonly Checked[]): TemplateCheck[] =>
  contents.map((content) => {
    const compiled = compileContent(content);
    return {
      problems: problemsOf(compiled, content),
      broken: !compiled.ok,
      ...(!compiled.ok && { mistake: mistakeOf(compiled.problems) }),
      fields: compiled.ok ? fieldsWith(compiled.template, content) : [],
    };
  });

/** A calendar file needs the booking as much as a field of it does. */
function fieldsWith(template: CompiledTemplate, { attachments = [] }: Checked): TemplateFacts['fields'] {
  const fields = fieldsOf(template);
  const start = { path: 'booking.startsAt', hasFallback: false };
  return attachments.some(({ type }) => type === 'calendar') ? [...fields, start] : fields;
}
