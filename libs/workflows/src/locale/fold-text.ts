/** Typed one way on a keyboard and another by a word processor or a phone. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC\u02BB\u00B4`\uFF07]/gu, "'"],
  [/[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
];
const joined = (text: string): string =>
  typographic.reduce((rest, [these, plain]) => rest.replace(these, plain), text);

/** By way of upper case, which unfolds what lower case alone keeps apart: ß and SS, ﬁ and FI. */
const withoutCase = (text: string): string =>
  text
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/ς/gu, 'σ')
    .replace(/i\u0307/gu, 'i');

/**
 * Text as it is compared: two that a reader takes for the same are the same. Case (Unicode's full folding, İ and ı as i), width and ligatures
 * (NFKC), the kind and number of blanks, invisible characters and typographic quotes and hyphens make no difference; accents do.
 */
export const foldText = (text: string): string =>
  joined(withoutCase(joined(text).normalize('NFKC')))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}\u115F\u1160\u2800\u3164]+/gu, ' ')
    .trim();

export const isSameText = (one: string, other: string): boolean => foldText(one) === foldText(other);

/** Each text once, as it was written first. */
export function distinctTexts(texts: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const text of texts) if (!first.has(foldText(text))) first.set(foldText(text), text);
  return [...first.values()];
}
