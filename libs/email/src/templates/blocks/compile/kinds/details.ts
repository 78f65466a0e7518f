import { escapeHtml } from '../../../language/escape.js';
import type { BlockPlace, Expression, Node } from '../../../language/tree.js';
import type { DetailsBlock, DetailsRow } from '../../block-document.js';
import { anyFilled, fieldExpression } from '../expressions.js';
import { oneLine, output, raw, when } from '../nodes.js';
import { below, type Walk } from '../walk.js';
import type { BlockKind } from './kind.js';

const always = ({ fallback }: DetailsRow): boolean => Boolean(fallback);

/** A table of which no row has anything to say is left out as a whole. */
function tableCondition({ rows }: DetailsBlock, place: BlockPlace): Expression | undefined {
  const fields = rows.map(({ field }) => field);
  return rows.some(always) ? undefined : anyFilled(fields, place);
}

const rowNodes = (
  row: DetailsRow,
  place: BlockPlace,
  walk: Walk,
  write: (value: Expression) => Node[],
): Node[] => {
  const value = fieldExpression(row, place, walk);
  if (!value) return [];
  return when(always(row) ? undefined : anyFilled([row.field], place), write(value));
};

export const details: BlockKind<DetailsBlock> = {
  html(block, place, walk) {
    const { rows } = block;
    if (rows.length === 0) {
      walk.error('noRows', below(place, 'rows'));
      return [];
    }
    const cell = 'padding:8px 14px;vertical-align:top;text-align:left';
    const written = rows.flatMap((row, i) => {
      const at = below(place, 'rows', i);
      walk.typed(row.label, at);
      const label = escapeHtml(oneLine(row.label));
      return rowNodes(row, at, walk, (value) => [
        raw(`<tr><th scope="row" class="label" style="${cell};font-weight:400;color:#5f6470">${label}</th>`),
        raw(`<td style="${cell}">`),
        output(value, 'text'),
        raw('</td></tr>\n'),
      ]);
    });
    return when(tableCondition(block, below(place, 'rows')), [
      raw(
        '<table class="details" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;background:#f6f7f9;border-radius:6px">\n',
      ),
      ...written,
      raw('</table>\n'),
    ]);
  },
  plain(block, place, walk) {
    if (block.rows.length === 0) return [];
    const written = block.rows.flatMap((row, i) =>
      rowNodes(row, below(place, 'rows', i), walk, (value) => [
        raw(`${oneLine(row.label)}: `),
        output(value, 'plain'),
        raw('\n'),
      ]),
    );
    return when(tableCondition(block, below(place, 'rows')), [...written, raw('\n')]);
  },
};
