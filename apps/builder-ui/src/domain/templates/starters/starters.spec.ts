import { describe, expect, it } from '@jest/globals';
import { fieldsFor } from '@cueline/workflows';
import { blockDocumentSchema } from '@cueline/email/blocks';
import { starterDocument, starterEvent, starters } from './starters.js';

interface Found {
  readonly field: string;
  readonly fallback?: string;
}

const fieldsIn = (value: unknown): Found[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'field' in value ? [value as Found] : [];
  return [...own, ...Object.values(value).flatMap(fieldsIn)];
};

describe.each(starters)('the text to begin with "%s"', (starter) => {
  const document = starterDocument(starter);

  it('is a document, with no brace left in it', () => {
    expect(blockDocumentSchema.parse(document)).toEqual(document);
    expect(JSON.stringify([document.subject, document.preheader, document.blocks])).not.toMatch(
      /[^\\]"[^"]*\{\w+[|}]/,
    );
  });

  it('uses fields that its event brings, with a fallback where they may be empty', () => {
    const known = new Map(fieldsFor(starterEvent(starter)).map((field) => [field.path, field]));
    const used = fieldsIn(document);
    expect(used.filter(({ field }) => !known.has(field))).toEqual([]);
    expect(used.filter(({ field, fallback }) => known.get(field)?.mayBeEmpty && !fallback)).toEqual([]);
  });
});
