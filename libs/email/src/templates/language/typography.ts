/** What word processors, phones and input methods put in the place of the signs of a tag, outside of its texts. */
const signs: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\u00a6': '|',
  '\u2502': '|',
  '\u2758': '|',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2260': '!=',
  '\u00d7': '*',
  '\u00f7': '/',
};

const blank = /[\v\f\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** Soft hyphen, zero width, marks of direction, byte order mark: nobody sees them, and none is part of a name. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** The sign of the language that a character stands for; '' for one that is not seen. */
export function signOf(char: string): string {
  if (char < '\u0080') return char === '\f' || char === '\u000b' ? ' ' : char;
  if (blank.test(char)) return ' ';
  if (invisible.test(char)) return '';
  const sign = signs[char];
  if (sign) return sign;
  // Full width forms repeat ASCII.
  return char >= '\uff01' && char <= '\uff5e' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;
}

const double = '“”„‟«»″〝〞〟＂';
const single = '‘’‚‛‹›′´`＇';
const pairs: Readonly<Record<string, string>> = { '「': '」', '『': '』', '《': '》' };

/** The characters that end a text which begins with this quotation mark; undefined for what is no mark but the straight ones. */
export function closersOf(mark: string): string | undefined {
  if (mark in pairs) return pairs[mark];
  if (double.includes(mark)) return `${double}"`;
  return single.includes(mark) ? `${single}'` : undefined;
}
/** Marks that are an apostrophe as well: they end a text only where no letter follows. */
export const isSingleMark = (mark: string): boolean => mark === "'" || single.includes(mark);
