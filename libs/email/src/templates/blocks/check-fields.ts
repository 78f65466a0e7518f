import type { TemplateProblem } from '../language/problem.js';
import type { BlockPlace } from '../language/tree.js';
import type { BlockDocument, DetailsRow, FieldAtom, SectionCondition } from './block-document.js';
import { Walk } from './compile/walk.js';
import { formatsOfType, operatorsOfType, type FieldTypeName } from './field-types.js';

export interface KnownField {
  readonly type: FieldTypeName;
}

/** Formats and conditions that the type of their field does not have: they would write nothing, and never hold. */
export function blockProblems(
  document: BlockDocument,
  fieldOf: (path: string) => KnownField | undefined,
): readonly TemplateProblem[] {
  const walk = new Walk();
  for (const { use, place } of usesIn(document, { pointer: '' })) {
    const field = fieldOf(use.field);
    // A field that is unknown is named as such.
    if (!field) continue;
    const params = { field: use.field };
    const reported = walk.in(partOf(place));
    if ('op' in use) {
      if (!operatorsOfType[field.type].includes(use.op)) reported.error('conditionOfType', place, params);
    } else if (use.format && !formatsOfType[field.type].includes(use.format))
      reported.error('formatOfType', place, { ...params, format: use.format });
  }
  return walk.problems;
}

const partOf = ({ pointer }: BlockPlace) =>
  pointer.startsWith('/subject') ? 'subject' : pointer.startsWith('/preheader') ? 'preheader' : 'html';

type Use = FieldAtom | DetailsRow | SectionCondition;
const isUse = (value: object): value is Use => 'field' in value;
const idOf = (value: object): string | undefined =>
  'id' in value && typeof value.id === 'string' ? value.id : undefined;

/** Every place that names a field. */
function* usesIn(
  value: unknown,
  place: BlockPlace,
): Generator<{ readonly use: Use; readonly place: BlockPlace }> {
  if (typeof value !== 'object' || value === null) return;
  const here = { id: idOf(value) ?? place.id, pointer: place.pointer };
  if (isUse(value)) yield { use: value, place: here };
  for (const [key, inner] of Object.entries(value))
    yield* usesIn(inner, { ...here, pointer: `${here.pointer}/${key}` });
}
