/**
 * Between two characters of these blocks there is always a boundary (UAX 29), so only the rest is handed to the segmenter, which takes
 * microseconds for each: ASCII, Latin, Greek, Cyrillic, kana and CJK ideographs.
 */
const SIMPLE =
  '[\\u0000-\\u000c\\u000e-\\u00a8\\u00aa-\\u00ac\\u00af-\\u02ff\\u0370-\\u0482\\u048a-\\u0588\\u3041-\\u3096\\u30a1-\\u30ff\\u4e00-\\u9fff]';
const simpleAlone = new RegExp(`^${SIMPLE}*$`);
/** A run that is not simple, with the character before it, to which marks may belong. */
const complexRun = new RegExp(`${SIMPLE}?(?:\\r\\n|(?!${SIMPLE})[\\s\\S])+`, 'g');

/** Made when it is needed first: its data take longer to load than most templates to be filled in. */
let made: Intl.Segmenter | undefined;
const segmenter = (): Intl.Segmenter => (made ??= new Intl.Segmenter('und', { granularity: 'grapheme' }));
/** The segmenter copies its whole text for each segment, which is quadratic: it is given windows of this many code units. */
const WINDOW = 64;

/** User-perceived characters, in order. */
export function* graphemesOf(text: string): Generator<string> {
  let size = WINDOW;
  for (let at = 0; at < text.length;) {
    // A window must not end within a pair: its half would count as a character.
    const end = at + size + (/[\ud800-\udbff]/.test(text[at + size - 1] ?? '') ? 1 : 0);
    const found = [...segmenter().segment(text.slice(at, end))].map(({ segment }) => segment);
    // The last one may go on after the window.
    const whole = end >= text.length ? found : found.slice(0, -1);
    yield* whole;
    at += whole.reduce((sum, { length }) => sum + length, 0);
    size = whole.length > 0 ? WINDOW : size * 2;
  }
}

/** The first `most` user-perceived characters of a text, or all of it. */
export function firstGraphemes(text: string, most: number): string {
  if (most <= 0) return '';
  if (text.length <= most) return text;
  if (simpleAlone.test(text.slice(0, most + 1))) return text.slice(0, most);
  let [taken, left] = ['', most];
  for (const grapheme of graphemesOf(text)) {
    if (left-- === 0) break;
    taken += grapheme;
  }
  return taken;
}

export const lastGrapheme = (text: string): string =>
  segmenter()
    .segment(text)
    .containing(text.length - 1)?.segment ?? '';

/** How many user-perceived characters a text has. */
export function countGraphemes(text: string): number {
  if (simpleAlone.test(text)) return text.length;
  let count = text.length;
  for (const [run] of text.matchAll(complexRun)) {
    count -= run.length;
    for (const grapheme of graphemesOf(run)) if (grapheme) count++;
  }
  return count;
}
