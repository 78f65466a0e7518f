const MOST = 500;

/** A server's words as they are stored and shown. */
export const oneLine = (text: string): string =>
  text
    .slice(0, 10 * MOST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST)
    .replace(/[\ud800-\udbff]$/, '');
