/** What shows as nothing: blanks, controls, format characters (zero width, marks of direction, soft hyphen) and the fillers of Hangul and Braille. */
const nothing = '[\\s\\p{Cc}\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0]';
const edges = new RegExp(`^${nothing}+|${nothing}+$`, 'gu');

/** Without what shows as nothing at either end; phones and copied text leave more there than `trim` takes away. */
export const trimBlanks = (text: string): string => text.replace(edges, '');

/**
 * A name or a tag as it is stored: one plain blank between its words and nothing at its ends. The joiners that scripts and emoji are written with stay.
 */
export const normalizeBlanks = (text: string): string =>
  trimBlanks(text.replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')).replace(
    /[\s\p{Cc}]+/gu,
    ' ',
  );
