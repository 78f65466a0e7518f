import { lex, type Token, type Tokenizer } from './nunjucks.js';
import { TemplateFault } from './problem.js';
import { templateLimits } from './tree.js';

export interface TokenList {
  readonly tokens: readonly Token[];
  readonly tags: Tokenizer['tags'];
}

/**
 * Splits a part into nunjucks' tokens. Comments are dropped, and what `{%-` and `-%}` ask for is done here: the parser does it with
 * /\s*$/, which takes quadratic time on a long run of spaces.
 * @throws TemplateFault
 */
export function readTokens(source: string): TokenList {
  const lexed = lex(source);
  const tokens: Token[] = [];
  let open: Token | undefined;
  let inTag = 0;
  let trimNext = false;
  for (let token = next(lexed); token; token = next(lexed)) {
    if (token.type === 'whitespace') continue;
    if (token.type === 'regex')
      throw new TemplateFault('refusedExpression', token, { what: 'A regular expression' });
    const value = String(token.value);
    if (token.type === 'data') {
      tokens.push({ ...token, value: trimNext ? value.trimStart() : value });
      trimNext = false;
    } else if (token.type === 'comment') {
      if (value.startsWith('{#-')) trimLast(tokens);
      trimNext = value.endsWith('-#}');
    } else if (token.type.endsWith('-start')) {
      if (value.endsWith('-')) trimLast(tokens);
      [open, inTag, trimNext] = [token, 0, false];
      tokens.push({ ...token, value: value.slice(0, 2) });
    } else if (token.type.endsWith('-end')) {
      [open, trimNext] = [undefined, value.startsWith('-')];
      tokens.push({ ...token, value: value.slice(-2) });
    } else {
      tokens.push(token);
      if (++inTag > templateLimits.tokensInTag) throw new TemplateFault('tooDeep', open ?? token);
    }
    if (tokens.length > templateLimits.tokens)
      throw new TemplateFault('tooManyTags', token, { limit: templateLimits.tokens });
  }
  if (open) throw new TemplateFault('syntax', open, { detail: 'this tag is never closed' });
  return { tokens, tags: lexed.tags };
}

/** The lexer throws for comments alone. */
function next(lexed: Tokenizer): Token | null {
  try {
    return lexed.nextToken();
  } catch (error) {
    const unclosed = error instanceof Error && error.message.startsWith('expected end of comment');
    const detail = unclosed ? 'a comment "{#" is never closed' : '"#}" closes no comment';
    throw new TemplateFault('syntax', { lineno: lexed.lineno, colno: lexed.colno }, { detail });
  }
}

function trimLast(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.type === 'data') tokens[tokens.length - 1] = { ...last, value: String(last.value).trimEnd() };
}
