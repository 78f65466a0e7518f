/** What a style sheet asks of whoever applies it. */
export interface StyleSheetSize {
  readonly selectors: number;
  readonly declarations: number;
  readonly properties: ReadonlySet<string>;
}

type Block = 'conditional' | 'rule' | 'other';

/** At-rules whose rules apply under a condition. */
const CONDITION = /^@(?:media|supports|container|layer|scope)\b/i;
/** Selectors that apply at times: pointers, and Outlook's marks of its dark mode. */
const AT_TIMES = /:(?:hover|active|focus|visited|checked|target)|\[data-ogs/i;
const IMPORTANT = /!\s*important\s*$/i;
/** Strings, comments and addresses, in which nothing delimits; else one character that does. */
const TOKEN =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|"(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\]|\\[^])*(?:'|$)|url\([^)]*(?:\)|$)|[{};]/giy;
const COMMENTS = /\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/g;

/**
 * A style sheet whose rules for phones, dark mode and pointers win over styles that stand beside an element: once all other rules stand there, they would not.
 */
export function winningRules(css: string): { readonly css: string; readonly size: StyleSheetSize } {
  const blocks: { readonly block: Block; readonly wins: boolean }[] = [];
  const properties = new Set<string>();
  let selectors = 0;
  let declarations = 0;
  let written = '';
  let from = 0;
  const inner = () => blocks[blocks.length - 1];
  const endDeclaration = (at: number): void => {
    const text = css.slice(from, at);
    const plain = text.replace(COMMENTS, '').trim();
    const colon = plain.indexOf(':');
    written += text;
    from = at;
    if (inner()?.block !== 'rule' || colon < 1) return;
    declarations += 1;
    properties.add(plain.slice(0, colon).trim().toLowerCase());
    if (inner()!.wins && !IMPORTANT.test(plain)) written = `${written.trimEnd()} !important`;
  };
  for (const { at, token } of delimiters(css)) {
    if (token !== '{') {
      endDeclaration(at);
      if (token === '}') blocks.pop();
    } else {
      const prelude = css.slice(from, at).replace(COMMENTS, '').trim();
      const block = CONDITION.test(prelude) ? 'conditional' : prelude.startsWith('@') ? 'other' : 'rule';
      if (block === 'rule') selectors += prelude.split(',').length;
      const outer = inner();
      const isOther = outer?.block === 'other';
      const wins = block === 'conditional' || outer?.wins === true || AT_TIMES.test(prelude);
      blocks.push({ block: isOther ? 'other' : block, wins });
      written += css.slice(from, at);
    }
    written += token;
    from = at + 1;
  }
  return { css: written + css.slice(from), size: { selectors, declarations, properties } };
}

function* delimiters(css: string): Generator<{ readonly at: number; readonly token: string }> {
  for (let at = 0; at < css.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(css)?.[0];
    if (token?.length === 1) yield { at, token };
    at += token?.length || 1;
  }
}
