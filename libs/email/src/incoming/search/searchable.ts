import { foldText } from '@cueline/workflows/locale';

const MOST_LETTERS = 64 * 1024;
const MOST_WORDS = 12;
/** Shorter pieces of words are in too many mails to be looked for. */
const SHORTEST_PIECE = 3;

/** Words as they are searched: folded, without accents, what stands between them left out. An address is the words that it is made of. */
export const searchable = (text: string): string => wordsOf(text.slice(0, MOST_LETTERS)).join(' ');

function wordsOf(text: string): string[] {
  const plain = foldText(text).normalize('NFD').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 100));
}

export interface MailSearch {
  /** For `to_tsquery`: every word, the last one as a beginning. */
  readonly words: string;
  /** What may stand within a word of subject, people or files, for LIKE; null where it is too short. */
  readonly piece: string | null;
}

/** @returns undefined where nothing is looked for */
export function mailSearchOf(text: string): MailSearch | undefined {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const joined = words.join(' ');
  return {
    words: words.map((word, n) => `'${word}'${n === words.length - 1 ? ':*' : ''}`).join(' & '),
    piece: joined.length < SHORTEST_PIECE ? null : `%${joined}%`,
  };
}
