interface Like {
  readonly contains: string;
  readonly mode: 'insensitive';
}

/**
 * Records of which one of the fields has the text in it, in any letter case. Prisma's `contains` reads `%`, `_` and a backslash as signs of a
 * pattern (LIKE): here they are letters like any other. A database of the locale C knows the case of ASCII letters alone, so others are looked for
 * in both.
 */
export function searchIn<Field extends string>(
  search: string | undefined,
  fields: readonly Field[],
): { OR?: Partial<Record<Field, Like>>[] } {
  const text = search?.trim();
  if (!text) return {};
  const forms = new Set([text, text.toLowerCase(), text.toUpperCase()]);
  const wanted = /^[ -~]*$/u.test(text) ? [text] : [...forms];
  const like = wanted.map((form): Like => ({
    contains: form.replace(/[\\%_]/gu, '\\$&'),
    mode: 'insensitive',
  }));
  return {
    OR: fields.flatMap((field) => like.map((one) => ({ [field]: one }) as Partial<Record<Field, Like>>)),
  };
}
