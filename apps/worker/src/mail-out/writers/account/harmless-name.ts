import { advertises } from '@cueline/email';

const LONGEST = 60;

/**
 * A name that strangers chose, for a mail from the platform's own address: on one line, short, and never a link or an advertisement.
 * @param otherwise what stands instead of a name that will not do
 */
export function harmlessName(name: string, otherwise: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  const shown =
    letters.length > LONGEST
      ? `${letters
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return shown === '' || advertises(shown) ? otherwise : shown;
}
