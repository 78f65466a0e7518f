import { escapeAddress, isSafeAddress } from '../../language/address.js';
import { escapeHtml } from '../../language/escape.js';
import type { BlockPlace, Node } from '../../language/tree.js';
import type { Line } from '../block-document.js';
import { fieldExpression } from './expressions.js';
import { output, raw } from './nodes.js';
import { below, type Walk } from './walk.js';

/** A line that leads somewhere: what is typed stays as it is, a field is encoded by where it stands in it. */
export function addressNodes(line: Line, place: BlockPlace, walk: Walk, plain = false): Node[] {
  if (line.every((run) => run.type === 'text' && run.text.trim() === '')) {
    walk.error('emptyAddress', place);
    return [raw('#')];
  }
  const [first] = line;
  if (first?.type === 'text') checkBeginning(first.text, line.length === 1, place, walk);
  const parts = line.flatMap((run, i): Node[] => {
    if (run.type === 'text') {
      walk.typed(run.text, below(place, i));
      return [raw(escapeHtml(escapeAddress(run.text)))];
    }
    const value = fieldExpression(run, below(place, i), walk);
    return value ? [output(value, 'address')] : [];
  });
  return [{ n: 'address', parts, ...(plain && { plain: true }) }];
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const MAILBOX = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;

function checkBeginning(text: string, whole: boolean, place: BlockPlace, walk: Walk): void {
  const begin = text.trim();
  if (!isSafeAddress(escapeHtml(begin))) walk.error('refusedAddress', place);
  else if (!SCHEME.test(begin) && !(begin === '' && !whole)) {
    const write = MAILBOX.test(begin) ? `mailto:${begin}` : `https://${begin.replace(/^\/+/, '')}`;
    walk.error('addressWithoutScheme', place, { found: begin.slice(0, 80), write: write.slice(0, 90) });
  }
}
