import { Lines } from './lines.js';
import { lex, type Token, type Tokenizer } from './nunjucks.js';
import { TemplateFault } from './problem.js';
import { scan, type Scanned, type Segment } from './scan.js';
import { templateLimits } from './tree.js';

export interface TokenList extends Scanned {
  readonly tokens: readonly Token[];
  readonly tags: Tokenizer['tags'];
}

/**
 * Splits a part into nunjucks' tokens. Text and comments are found by our own scan, each tag is lexed by nunjucks. Comments are dropped,
 * and what `{%-` and `-%}` ask for is done here: the parser does it with /\s*$/, which takes quadratic time on a long run of spaces.
 * @throws TemplateFault
 */
export function readTokens(source: string, html: boolean, lines: Lines): TokenList {
  const scanned = scan(source, html, lines);
  const tokens: Token[] = [];
  let trimNext = false;
  for (const segment of scanned.segments) {
    const { start, end } = segment;
    if (segment.type === 'text') {
      const value = source.slice(start, end);
      tokens.push({ type: 'data', value: trimNext ? value.trimStart() : value, ...lines.at(start) });
      trimNext = false;
    } else if (segment.type === 'comment') {
      if (source.startsWith('{#-', start)) trimLast(tokens);
      trimNext = source.startsWith('-#}', end - 3);
    } else trimNext = readTag(segment, tokens, lines);
    if (tokens.length > templateLimits.tokens)
      throw new TemplateFault('tooManyTags', lines.at(start), { limit: templateLimits.tokens });
  }
  return { ...scanned, tokens, tags: noTags };
}
const noTags = lex('').tags;

/** @returns whether the blanks after the tag go */
function readTag(segment: Segment & { type: 'tag' }, tokens: Token[], lines: Lines): boolean {
  const { text, places, start } = segment;
  const lexed = lex(text);
  const placeOf = (index: number) => lines.at(places ? (places[index] ?? start) : start + index);
  let trimNext = false;
  let inTag = 0;
  for (let index = 0, token = lexed.nextToken(); token; index = lexed.index, token = lexed.nextToken()) {
    if (token.type === 'whitespace') continue;
    const place = placeOf(index);
    if (token.type === 'regex')
      throw new TemplateFault('refusedExpression', place, { what: 'A regular expression' });
    const value = String(token.value);
    if (token.type.endsWith('-start')) {
      if (value.endsWith('-')) trimLast(tokens);
      tokens.push({ ...token, ...place, value: value.slice(0, 2) });
    } else if (token.type.endsWith('-end')) {
      trimNext = value.startsWith('-');
      tokens.push({ ...token, ...place, value: value.slice(-2) });
    } else {
      tokens.push({ ...token, ...place });
      if (++inTag > templateLimits.tokensInTag) throw new TemplateFault('tooDeep', lines.at(start));
    }
  }
  return trimNext;
}

function trimLast(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.type === 'data') tokens[tokens.length - 1] = { ...last, value: String(last.value).trimEnd() };
}
