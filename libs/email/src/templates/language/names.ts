const namePattern = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Words the template language itself gives a meaning, or that reach into nunjucks' own frames. */
const reserved = new Set([
  'self',
  'caller',
  'super',
  'loop',
  'cycler',
  'joiner',
  'range',
  'env',
  'ctx',
  'context',
  'frame',
  'runtime',
]);

/** Where the brand's frame puts what blocks need of it. No template can name it: `$` is in no name. */
export const LAYOUT = '$layout';

/** Plain names that no object already has. */
export const isAllowedName = (name: unknown): name is string =>
  typeof name === 'string' && namePattern.test(name) && !(name in Object.prototype) && !reserved.has(name);

/** The known word nearest to a mistyped one: within two edits, or the same field with its record in front (firstName, client.firstName). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; edits: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 2) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits <= 2 && (!best || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word ?? [...known].find((candidate) => candidate.endsWith(`.${word}`));
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
