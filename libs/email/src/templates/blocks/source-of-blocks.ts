import { layoutData, type BrandStyle } from '../../mail/brand-layout.js';
import type { TemplateSource } from '../language/compile.js';
import { escapeHtml } from '../language/escape.js';
import { LAYOUT } from '../language/names.js';
import type { Expression, Node } from '../language/tree.js';
import type { Value } from '../language/value.js';
import type { Block, BlockDocument, Line } from './block-document.js';
import { lineNodes } from './compile/inline-nodes.js';
import { blockNodes } from './compile/kinds/index.js';
import { joined } from './compile/nodes.js';
import { Walk } from './compile/walk.js';

/**
 * A document as source, which says the same in a mail of this brand: the way to edit it by hand, and there is none back. Colors become those
 * of the brand, and the signature is where the frame puts it. The plain text is made from the HTML.
 */
export function sourceOfBlocks(document: BlockDocument, style: BrandStyle): TemplateSource {
  const layout = layoutData(style);
  const html = blockNodes(withoutSignature(document.blocks), { pointer: '/blocks' }, new Walk(), 'html');
  return {
    subject: sourceOfLine(document.subject),
    preheader: sourceOfLine(document.preheader),
    html: sourceOf(joined(html), layout).trim(),
    text: null,
  };
}

/** A subject or a preview line: as lists show it, too. */
export const sourceOfLine = (line: Line): string =>
  sourceOf(joined(lineNodes(line, { pointer: '' }, new Walk(), 'plain')), {});

const withoutSignature = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.type === 'signature') return [];
    if (block.type !== 'section') return [block];
    return [{ ...block, blocks: block.blocks.filter(({ type }) => type !== 'signature') }];
  });

function sourceOf(nodes: readonly Node[], layout: Value): string {
  return nodes
    .map((node): string => {
      switch (node.n) {
        case 'text':
          return node.value.replace(/\{[{%#]|#\}/g, (braces) => `{{ "${braces}" }}`);
        case 'output':
          return ofLayout(node.value, layout) ?? `{{ ${written(node.value)} }}`;
        case 'address':
          return sourceOf(node.parts, layout);
        case 'if':
          return `{% if ${written(node.when)} %}${sourceOf(node.then, layout)}{% endif %}`;
        default:
          throw new Error(`No block makes "${node.n}".`);
      }
    })
    .join('');
}

function ofLayout(value: Expression, layout: Value): string | undefined {
  if (value.x !== 'path' || value.path[0] !== LAYOUT) return undefined;
  const found = (layout as Readonly<Record<string, Value>>)[value.path[1]!];
  return escapeHtml(typeof found === 'string' ? found : '');
}

/** Each operation in brackets of its own, so that none of nunjucks' precedences matters. */
function written(value: Expression): string {
  switch (value.x) {
    case 'literal':
      return typeof value.value === 'string'
        ? quoted(value.value)
        : value.value === null
          ? 'none'
          : String(value.value);
    case 'path':
      return value.path.join('.');
    case 'filter': {
      const args = value.args.length > 0 ? `(${value.args.map(written).join(', ')})` : '';
      return `${written(value.input)} | ${value.name}${args}`;
    }
    case 'binary':
      return `${inBrackets(value.left)} ${value.op} ${inBrackets(value.right)}`;
    case 'not':
      return `not ${inBrackets(value.operand)}`;
    case 'test':
      return `${inBrackets(value.operand)} is ${value.name}`;
    case 'list':
      return `[${value.items.map(written).join(', ')}]`;
    default:
      throw new Error(`No block makes "${value.x}".`);
  }
}

const inBrackets = (value: Expression): string =>
  value.x === 'literal' || value.x === 'path' ? written(value) : `(${written(value)})`;

const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t')}"`;
