import { foldText } from '@cueline/workflows/locale';

/** A question is asked in the first of what somebody writes. */
const READ = 32_000;
/** Scripts that put no blanks between words: each letter stands for itself, and a word is found wherever its letters are. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const word = new RegExp(`${unspaced}\\p{M}*|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Accents are left out where people leave them out when they type. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFC');

/** The words of a text as they are compared, with one blank before, between and after them. */
export function wordLine(text: string): string {
  const found = withoutAccents(foldText(text.slice(0, READ))).match(word) ?? [];
  return found.length === 0 ? '' : ` ${found.join(' ')} `;
}

/** What a word of a rule looks like within a line of words; empty where it holds no word. */
export function wordPattern(written: string): string {
  const trimmed = written.trim();
  const line = wordLine(trimmed.replace(/\*+$/, ''));
  return trimmed.endsWith('*') ? line.trimEnd() : line;
}

/** Whether a line holds a word of a rule: whole words, or the beginning of one where it ends in `*`. */
export const holdsWord = (line: string, written: string): boolean => {
  const pattern = wordPattern(written);
  return pattern !== '' && line.includes(pattern);
};
