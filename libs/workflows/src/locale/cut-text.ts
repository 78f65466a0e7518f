/**
 * At most so many code units of a text, cut where a reader sees the end of a character (UAX 29): never within a surrogate pair, which no mail and no
 * database takes, nor within a flag or a family. Of a single character that is longer still, as many whole code points as fit.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // With the whole of the pair that may begin there: only so is it seen whether it belongs to what is before it.
  const near = text.slice(0, most + 2);
  if (/^[\u0020-\u02ff]{2}$/.test(near.slice(most - 1, most + 1))) return text.slice(0, most);
  const start = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(near).containing(most)!.index;
  if (start > 0) return text.slice(0, start);
  return text.slice(0, /[\ud800-\udbff]/.test(near[most - 1] ?? '') ? most - 1 : most);
}
