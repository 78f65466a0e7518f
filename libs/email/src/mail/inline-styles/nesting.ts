import { htmlTokens } from '../html-tokens.js';

/** An HTML parser opens them again in every later block until they are closed in the place where they were opened (HTML standard, 13.2.4.3). */
const formatting = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
] as const) as ReadonlySet<string>;
const ofTables = new Set(['table', 'caption', 'colgroup', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);
/** No end tag reaches beyond them but those of tables. */
const borders = new Set(['table', 'caption', 'td', 'th', 'object', 'marquee', 'applet', 'button', 'select']);
const empty = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Parsed by rules of their own. */
const foreign = new Set(['svg', 'math', 'template', 'plaintext', 'frameset']);

export interface Nesting {
  readonly elements: number;
  readonly depth: number;
  /** Formatting that a parser opens anew in what follows. */
  readonly strays: number;
  readonly isForeign: boolean;
}

/** How a parser's tree of the document will be at most, without building it: what is never closed counts as open to the end. */
export function nestingOf(html: string): Nesting {
  const open: string[] = [];
  let elements = 0;
  let depth = 0;
  let strays = 0;
  let isForeign = false;
  for (const token of htmlTokens(html)) {
    if (token.is === 'text') continue;
    const { name } = token;
    if (token.is === 'open') {
      elements += 1;
      isForeign ||= foreign.has(name);
      if (empty.has(name)) continue;
      depth = Math.max(depth, open.push(name));
    } else {
      const at = openingOf(open, name);
      if (at < 0) continue;
      strays += open.slice(at + 1).filter((inner) => formatting.has(inner)).length;
      open.length = at;
    }
    if (depth > 1_000) break;
  }
  return { elements, depth, strays, isForeign };
}

function openingOf(open: readonly string[], name: string): number {
  for (let at = open.length - 1; at >= 0; at--) {
    if (open[at] === name) return at;
    if (ofTables.has(name) ? open[at] === 'table' : borders.has(open[at]!)) return -1;
  }
  return -1;
}
