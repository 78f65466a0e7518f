/** Scripts that have case, and whose names begin with a capital. */
const cased = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{M}'’ʼ‐‑\-.!?*~&+/]+$/u;

/**
 * A name in capitals, or in small letters alone, as it is written in a greeting: Mara, Mary-Jane. What has a mixture already stays: McKenna, DeShawn.
 * @param whole all that was typed, which says whether capitals are how this person types
 */
export function titled(word: string, whole: string): string {
  const name = word.replace(/[.!?*~]+$/u, '');
  if (!cased.test(name)) return name;
  const letters = [...name].filter((char) => /\p{L}/u.test(char));
  if (/\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name))
    return letters.length > 3 ||
      (letters.length > 1 && !/\p{Ll}/u.test(whole) && whole.length > letters.length)
      ? capitalized(lowered(name))
      : name;
  return /\p{Lu}/u.test(name) ? name : capitalized(name);
}

/** İ in small letters is i. */
const lowered = (name: string): string => name.toLowerCase().replace(/i\u0307/gu, 'i');
const capitalized = (name: string): string =>
  name.replace(/(^|[-‐‑])(\p{L})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());
