const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  minus: '−',
  lbrace: '{',
  lcub: '{',
  rbrace: '}',
  rcub: '}',
  percnt: '%',
  vert: '|',
  verbar: '|',
  brvbar: '¦',
  lpar: '(',
  rpar: ')',
  period: '.',
  comma: ',',
  colon: ':',
  semi: ';',
  sol: '/',
  bsol: '\\',
  quest: '?',
  num: '#',
  equals: '=',
  excl: '!',
  ast: '*',
  plus: '+',
  dollar: '$',
  lowbar: '_',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  tab: '\t',
  newline: '\n',
};
const LONGEST = 12;

/** `&name;`, `&#123;` or `&#x7b;`; a browser needs no semicolon after a number. */
const pattern = '&(?:#(\\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z]{2,10}));?';
const everywhere = new RegExp(pattern, 'g');
const here = new RegExp(pattern, 'y');

function meaning(decimal?: string, hex?: string, name?: string): string | undefined {
  if (name) return Object.hasOwn(named, name) ? named[name] : named[name.toLowerCase()];
  const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** A text as HTML shows it, as far as braces, quotes, blanks and the signs of addresses can hide in references. */
export const decodeEntities = (html: string): string =>
  html.includes('&')
    ? html.replace(everywhere, (whole, ...groups) => {
        const [decimal, hex, name] = groups as (string | undefined)[];
        return meaning(decimal, hex, name) ?? whole;
      })
    : html;

/** The reference at this very place, closed by its semicolon; undefined where there is none that is known. */
export function entityAt(
  text: string,
  at: number,
): { readonly char: string; readonly length: number } | undefined {
  if (text[at] !== '&') return undefined;
  here.lastIndex = at;
  const found = here.exec(text.length > at + LONGEST + 4 ? text.slice(0, at + LONGEST + 4) : text);
  if (!found?.[0].endsWith(';')) return undefined;
  const char = meaning(found[1], found[2], found[3]);
  return char === undefined ? undefined : { char, length: found[0].length };
}
