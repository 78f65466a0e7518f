import { decodeEntities } from './entities.js';
import type { FoundLeftover } from './found-leftover.js';
import { fieldMeant, isFieldPath, isPlaceholderName, mayBePlaceholder } from './placeholder-names.js';

const OPEN = '(?:\\{|%(?:25)?7[Bb]|&#0{0,5}123;?|&#[xX]0{0,5}7[bB];?|&lbrace;|&lcub;|[｛﹛])';
const CLOSE = '(?:\\}|%(?:25)?7[Dd]|&#0{0,5}125;?|&#[xX]0{0,5}7[dD];?|&rbrace;|&rcub;|[｝﹜])';
const PERCENT = '(?:%(?:25(?:25)?)?|&#0{0,5}37;?|&percnt;|％)';
/** What an editor puts between two braces, seen or not. */
const GAP =
  '(?:[\\s\\u00a0\\u00ad\\u200b-\\u200f\\u2028-\\u202f\\u205f\\u2060\\u3000\\ufeff]|%(?:25)?20|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|ZeroWidthSpace|NoBreak|#0{0,4}(?:32|160|173|8203|8204|8205|8288|65279)|#[xX]0{0,4}(?:20|a0|A0|ad|AD|200[b-dB-D]|2060|feff|FEFF));|<\\/?[a-zA-Z][^<>]{0,200}>)';
const CONTENT = `((?:(?!${OPEN}|${CLOSE})[^]){0,200}?)`;

const double = new RegExp(
  `(${OPEN})(${GAP}{0,4})(?:(${OPEN})|(${PERCENT}))${CONTENT}(?:${PERCENT})?${CLOSE}(?:${GAP}{0,4}${CLOSE})?`,
  'g',
);
const single =
  /(?<![{$#!@%\w])\{((?:[\s\u00a0\u200b]|&nbsp;){0,4})([\p{L}_][\p{L}\p{N}_.]{0,80}(?: [\p{L}\p{N}_]{1,40}){0,3})(?:[\s\u00a0\u200b]|&nbsp;){0,4}(?:[|:][^{}<>\n]{0,80})?\}{1,2}/gu;
const unopened =
  /(?<![\p{L}\p{N}_.{}])([\p{L}_][\p{L}\p{N}_]{0,40}(?:\.[\p{L}_][\p{L}\p{N}_]{0,40}){1,3})\s{0,4}\}\}/gu;
const hints = /[{}｛｝﹛﹜]|%(?:25)?7[bBdD]|&#0{0,5}12[35]|&#[xX]0{0,5}7[bBdD]|&[lr](?:brace|cub);/;

const fieldish = /^-?\s*[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*\s*(?:$|[-|~=<>!+*/?]|\b(?:if|in|is|and|or|not)\b)/;
const blockish = /^-?\s*(?:if|elif|elseif|else|endif|for|endfor|set)\b/;

/** Tags whose braces an editor has rewritten, parted or lost: the language does not see them, and they would be mailed as they are. */
export function* findRewrittenTags(text: string): Generator<FoundLeftover> {
  if (!hints.test(text)) return;
  for (const found of text.matchAll(double)) {
    const [whole, first, gap, second, percent, content] = found;
    const inside = readable(content ?? '');
    const isPlain = first === '{' && second === '{';
    if (isPlain && !gap) continue;
    const fits = percent ? blockish.test(inside) : isPlain ? isNamed(inside) : fieldish.test(inside);
    if (!fits) continue;
    const write = percent ? `{% ${inside} %}` : `{{ ${inside} }}`;
    yield {
      at: found.index,
      length: whole.length,
      code: 'encodedTag',
      sure: true,
      params: { found: shown(whole), write },
    };
  }
  for (const found of text.matchAll(single)) {
    const name = found[2]!;
    const sure = name.includes(' ') ? isPlaceholderName(name) : isNamed(name);
    if (!sure && name.includes(' ')) continue;
    if (!sure && !/[._]/.test(name) && !mayBePlaceholder(name)) continue;
    const write = `{{ ${fieldMeant(name) ?? name} }}`;
    const params = { found: shown(found[0]), write, sure: 0 };
    const code = sure ? 'fewBraces' : 'leftover';
    yield { at: found.index, length: found[0].length, code, sure, params };
  }
  for (const found of text.matchAll(unopened)) {
    const params = { found: shown(found[0]), write: `{{ ${found[1]} }}` };
    yield {
      at: found.index,
      length: found[0].length,
      code: 'fewBraces',
      sure: isFieldPath(found[1]!),
      params,
    };
  }
}

const isNamed = (inside: string): boolean => {
  const [name = ''] = /^[\p{L}_][\p{L}\p{N}_.]*/u.exec(inside) ?? [];
  return isFieldPath(name) || isPlaceholderName(name);
};

const shown = (text: string): string => {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : text;
};

/** What the editor was given. */
function readable(content: string): string {
  const bare = decodeEntities(content.replace(/<[^<>]{0,200}>/g, ''));
  let decoded = bare;
  for (let round = 0; round < 2 && /%[0-9a-f]{2}/i.test(decoded); round++) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      break;
    }
  }
  return decoded
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[%％]\s*$/, '')
    .trim();
}
