import { attributionIn, divider, forwardDivider, isHeaderBlock, isQuoted, isRule } from './quote-marks.js';

/** What is looked at: a reply's own text is short, and stands first. */
const MOST_LINES = 2_000;
const MOST_OF_LINE = 1_000;
const MOST_TEXT = 32_000;

/** What signs a mail begins after it (RFC 3676 4.3). */
export const SIGNATURE = '-- ';

export interface Split {
  /** Lines before what is quoted. */
  readonly own: string;
  /** A text that somebody passes on. */
  readonly isForward: boolean;
}

/**
 * A text before what it quotes at its end; undefined when nothing surely is a quotation, when text follows it (an answer below or in between), or when nothing would be
 * left.
 */
export function splitText(text: string): Split | undefined {
  const lines = text
    .slice(0, MOST_TEXT)
    .split('\n', MOST_LINES)
    .map((line) => (line === SIGNATURE ? line : line.slice(0, MOST_OF_LINE).trimEnd()));
  const isWhole = text.length <= MOST_TEXT && lines.length < MOST_LINES;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line === '') continue;
    if (forwardDivider.test(line)) return { own: text, isForward: true };
    const end = quoteFrom(lines, at, isWhole);
    if (end === 'none') continue;
    if (end === 'unsure') return undefined;
    const own = trimmed(lines.slice(0, at));
    return own === '' ? undefined : { own, isForward: false };
  }
  return undefined;
}

/** Whether what begins at a line is quoted to the end. */
function quoteFrom(lines: readonly string[], at: number, isWhole: boolean): 'quote' | 'unsure' | 'none' {
  const line = lines[at]!;
  if (divider.test(line) || isHeaderBlock(lines, at)) return 'quote';
  if (isRule(line) && isHeaderBlock(lines, nextLine(lines, at + 1))) return 'quote';
  for (const count of [1, 2, 3]) {
    const attribution = attributionIn(lines.slice(at, at + count));
    if (!attribution) continue;
    const next = nextLine(lines, at + count);
    if (isQuoted(lines[next] ?? '')) return endsQuoted(lines, next, isWhole);
    return attribution === 'surely' ? 'quote' : 'none';
  }
  return isQuoted(line) ? endsQuoted(lines, at, isWhole) : 'none';
}

function nextLine(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] === '') at++;
  return at;
}

/** Only quoted lines, and what mailing lists and signatures put below them. */
function endsQuoted(lines: readonly string[], from: number, isWhole: boolean): 'quote' | 'unsure' {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line === '' || isQuoted(line)) continue;
    if (line === SIGNATURE || line === '--' || isRule(line)) return 'quote';
    // A quoted line that was broken goes on without its mark, in one or two words.
    if (isQuoted(lines[at - 1] ?? '') && isQuoted(lines[at + 1] ?? '') && line.length < 30) continue;
    return 'unsure';
  }
  return isWhole ? 'quote' : 'unsure';
}

const trimmed = (lines: readonly string[]): string => lines.join('\n').trim();
