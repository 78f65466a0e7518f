const LONGEST = 60;
/** An address, a domain or a scheme, also with a full stop that only looks like one. */
const link = /:\/\/|www\.|@|[\p{L}\p{N}-][.．。｡][\p{L}]{2,}(?:[/?#:\s]|$)/iu;

/**
 * A name that strangers chose, for a mail from the platform's own address: on one line, short, and never a link or an advertisement with one.
 * @param otherwise what stands instead of a name that will not do
 */
export function harmlessName(name: string, otherwise: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '' || link.test(line)) return otherwise;
  const letters = [...line];
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
