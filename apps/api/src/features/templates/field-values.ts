import { compileContent, renderTemplate, type Environment, type TemplateContent } from '@cueline/email';
import { blankDocument, type FieldAtom } from '@cueline/email/blocks';

type Field = Omit<FieldAtom, 'type'>;
/** A field as the reader of a mail sees it. */
export interface FieldValue extends Field {
  readonly text: string;
}

/** More are not looked at one by one; no mail that people read has as many. */
const MOST = 200;

/** What each field of a document of blocks says, however often it is in it. */
export function fieldValues({ blocks }: TemplateContent, environment: Environment): FieldValue[] {
  const fields = new Map([...fieldsIn(blocks)].map((field) => [JSON.stringify(field), field]));
  return [...fields.values()].slice(0, MOST).flatMap((field) => {
    const text = textOf(field, environment);
    return text === undefined ? [] : [{ ...field, text }];
  });
}

/** Written by the one way there is: as the subject of a mail that says nothing else. */
function textOf(field: Field, environment: Environment): string | undefined {
  const content = [{ type: 'text' as const, text: '-' }];
  const blocks = {
    ...blankDocument(),
    subject: [{ type: 'field' as const, ...field }],
    blocks: [{ id: 'none', type: 'text' as const, content }],
  };
  const compiled = compileContent({ subject: '', html: '', blocks });
  if (!compiled.ok) return undefined;
  const rendered = renderTemplate(compiled.template, environment);
  return rendered.ok ? rendered.mail.subject : undefined;
}

/** Chips and rows; the field of a condition is no text. */
function* fieldsIn(value: unknown): Generator<Field> {
  if (typeof value !== 'object' || value === null) return;
  if ('field' in value && !('op' in value)) {
    const { field, format, fallback } = value as Field;
    yield { field, ...(format && { format }), ...(fallback !== undefined && { fallback }) };
  }
  for (const inner of Object.values(value)) yield* fieldsIn(inner);
}
