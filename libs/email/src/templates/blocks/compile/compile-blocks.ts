import type { Compiled, CompiledTemplate } from '../../language/compile.js';
import type { Block, BlockDocument } from '../block-document.js';
import { blockNodes } from './kinds/index.js';
import { isBlank, lineNodes } from './inline-nodes.js';
import { joined } from './nodes.js';
import { checkTyped } from './typed-placeholders.js';
import { Walk } from './walk.js';

/** A document as the one checked tree of the language: what can be rendered, or every problem found. */
export function compileBlocks(document: BlockDocument): Compiled {
  const walk = new Walk();
  const inSubject = walk.in('subject');
  if (isBlank(document.subject)) inSubject.warn('emptySubject', { pointer: '/subject' });
  const subject = lineNodes(document.subject, { pointer: '/subject' }, inSubject, 'plain');
  const preheader = lineNodes(document.preheader, { pointer: '/preheader' }, walk.in('preheader'), 'plain');
  const at = { pointer: '/blocks' };
  const html = blockNodes(document.blocks, at, walk, 'html');
  checkIds(document, walk);
  if (
    !document.blocks.some(({ type }) => type !== 'signature' && type !== 'spacer' && type !== 'divider') ||
    html.length === 0
  )
    walk.warn('emptyMail', at);
  checkTyped(walk);
  // The same document: what is wrong with it is known.
  const text = blockNodes(document.blocks, at, new Walk('text'), 'plain');
  const parts: CompiledTemplate['parts'] = {
    subject: joined(subject),
    preheader: joined(preheader),
    html: joined(html),
    text: joined(text),
  };
  const { problems } = walk;
  return problems.some(({ severity }) => severity === 'error')
    ? { ok: false, problems }
    : { ok: true, template: { parts, ofBlocks: true }, warnings: problems };
}

function checkIds({ blocks }: BlockDocument, walk: Walk): void {
  const seen = new Set<string>();
  for (const { block, pointer } of everyBlock(blocks, '/blocks')) {
    if (seen.has(block.id)) walk.error('idTwice', { id: block.id, pointer }, { id: block.id });
    seen.add(block.id);
  }
}

/** Each block with its place, those within others too. */
export function* everyBlock(
  blocks: readonly Block[],
  at: string,
): Generator<{ readonly block: Block; readonly pointer: string }> {
  for (const [i, block] of blocks.entries()) {
    const pointer = `${at}/${i}`;
    yield { block, pointer };
    if (block.type === 'section') yield* everyBlock(block.blocks, `${pointer}/blocks`);
    if (block.type === 'columns')
      for (const [c, column] of block.columns.entries())
        yield* everyBlock(column.blocks, `${pointer}/columns/${c}/blocks`);
  }
}
