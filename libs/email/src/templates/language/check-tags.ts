import type { Token } from './nunjucks.js';
import { TemplateFault } from './problem.js';
import { templateLimits } from './tree.js';

/** The block tags of the language. Any other is refused before the parser, which would read on in its own way (`raw`), sees it. */
const roles: Readonly<
  Record<string, { readonly does: 'opens' | 'goes on' | 'closes'; readonly block?: Block }>
> = {
  if: { does: 'opens', block: 'if' },
  elif: { does: 'goes on', block: 'if' },
  elseif: { does: 'goes on', block: 'if' },
  else: { does: 'goes on' },
  endif: { does: 'closes', block: 'if' },
  for: { does: 'opens', block: 'for' },
  endfor: { does: 'closes', block: 'for' },
};
type Block = 'if' | 'for';

const closers: Readonly<Record<string, string>> = {
  'left-paren': 'right-paren',
  'left-bracket': 'right-bracket',
  'left-curly': 'right-curly',
};
const closing: ReadonlySet<string> = new Set(Object.values(closers));

interface Open {
  readonly block: Block;
  readonly token: Token;
  /** How deep the parser stands here: it recurses on each elif as well. */
  depth: number;
  sawElse: boolean;
}

/**
 * Tags of the language alone, each block closed by its own end, brackets in pairs, nothing nested deeper than any stack bears. The parser
 * recurses, so this cannot be left to it.
 */
export function checkTags(tokens: readonly Token[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const blocks: Open[] = [];
  let brackets: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (faults.length >= templateLimits.problems) return faults;
    const closer = closers[token.type];
    if (token.type === 'block-start') {
      const fault = blockFault(tokens[index + 1] ?? token, blocks);
      if (fault && !faults.some((before) => endsRefused(fault, before))) faults.push(fault);
    } else if (closer) {
      if (brackets.push(closer) > templateLimits.brackets)
        return [...faults, new TemplateFault('tooDeep', token)];
    } else if (
      closing.has(token.type) ? brackets.pop() !== token.type : isEnd(token) && brackets.length > 0
    ) {
      faults.push(new TemplateFault('syntax', token, { detail: 'the brackets do not match' }));
      brackets = [];
    }
  }
  for (const { block, token } of blocks)
    faults.push(new TemplateFault('syntax', token, { detail: `"${block}" has no "end${block}"` }));
  return faults;
}

/** `endmacro` after a refused `macro` is no second mistake. */
const endsRefused = (fault: TemplateFault, before: TemplateFault) =>
  before.code === 'refusedTag' && fault.params['tag'] === `end${before.params['tag']}`;

const isEnd = (token: Token) => token.type.endsWith('-end');

function blockFault(token: Token, blocks: Open[]): TemplateFault | undefined {
  const tag = String(token.value).slice(0, 40);
  if (token.type === 'symbol' && tag === 'set') return undefined;
  const role = token.type === 'symbol' && Object.hasOwn(roles, tag) ? roles[tag] : undefined;
  if (!role) return new TemplateFault('refusedTag', token, { tag });
  const current = blocks.at(-1);
  if (role.does === 'opens' && role.block) {
    const depth = (current?.depth ?? 0) + 1;
    blocks.push({ block: role.block, token, depth, sawElse: false });
    const loops = blocks.filter(({ block }) => block === 'for').length;
    return depth > templateLimits.depth || loops > templateLimits.loops
      ? new TemplateFault('tooDeep', token)
      : undefined;
  }
  const belongs = current && (!role.block || role.block === current.block);
  if (!belongs || (role.does === 'goes on' && current.sawElse))
    return new TemplateFault('syntax', token, { detail: `"${tag}" stands alone` });
  if (role.does === 'closes') blocks.pop();
  else if (tag === 'else') current.sawElse = true;
  else if (++current.depth > templateLimits.depth) return new TemplateFault('tooDeep', token);
  return undefined;
}
