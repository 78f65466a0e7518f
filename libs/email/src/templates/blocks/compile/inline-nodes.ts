import type { BlockPlace, Expression, Node } from '../../language/tree.js';
import type { Inline, Line, Mark } from '../block-document.js';
import { addressNodes } from './address-nodes.js';
import { anyFilled, fieldExpression, layout } from './expressions.js';
import { oneLine, output, raw, typedHtml } from './nodes.js';
import { below, type Walk } from './walk.js';

/** A line of text and fields without marks. */
export function lineNodes(line: Line, place: BlockPlace, walk: Walk, slot: 'text' | 'plain'): Node[] {
  return line.flatMap((run, i) => runNodes(run, below(place, i), walk, slot));
}

function runNodes(run: Inline, place: BlockPlace, walk: Walk, slot: 'text' | 'plain'): Node[] {
  if (run.type === 'break') return [raw(slot === 'text' ? '<br>\n' : '\n')];
  if (run.type === 'text') {
    walk.typed(run.text, place);
    return [slot === 'text' ? typedHtml(run.text) : raw(oneLine(run.text))];
  }
  const value = fieldExpression(run, place, walk);
  return value ? [output(value, slot)] : [];
}

interface Linked {
  readonly link: Extract<Mark, { type: 'link' }> | undefined;
  readonly runs: { readonly run: Inline; readonly place: BlockPlace }[];
}

const linkOf = ({ marks }: Inline): Linked['link'] => marks?.find((mark) => mark.type === 'link');

/** Neighbors that lead to the same address are one link. */
function linkedRuns(content: readonly Inline[], place: BlockPlace): Linked[] {
  const groups: Linked[] = [];
  for (const [i, run] of content.entries()) {
    const link = linkOf(run);
    const last = groups.at(-1);
    const one = { run, place: below(place, i) };
    if (last && JSON.stringify(last.link) === JSON.stringify(link)) last.runs.push(one);
    else groups.push({ link, runs: [one] });
  }
  return groups;
}

export function inlineHtml(content: readonly Inline[], place: BlockPlace, walk: Walk): Node[] {
  return linkedRuns(content, place).flatMap(({ link, runs }) => {
    const inner = runs.flatMap((one) => marked(one.run, runNodes(one.run, one.place, walk, 'text')));
    if (!link) return inner;
    return [
      raw('<a href="'),
      ...addressNodes(
        link.address,
        below(runs[0]!.place, 'marks', runs[0]!.run.marks!.indexOf(link), 'address'),
        walk,
      ),
      raw('" class="link" style="color:'),
      output(layout('link'), 'attribute'),
      raw('">'),
      ...inner,
      raw('</a>'),
    ];
  });
}

const tags = { bold: 'strong', italic: 'em' } as const;

function marked({ marks = [] }: Inline, nodes: Node[]): Node[] {
  return (['italic', 'bold'] as const)
    .filter((type) => marks.some((mark) => mark.type === type))
    .reduce((inner, type) => [raw(`<${tags[type]}>`), ...inner, raw(`</${tags[type]}>`)], nodes);
}

/** Links after what they are put on, unless that says the address itself. */
export function inlinePlain(content: readonly Inline[], place: BlockPlace, walk: Walk): Node[] {
  return linkedRuns(content, place).flatMap(({ link, runs }) => {
    const inner = runs.flatMap((one) => runNodes(one.run, one.place, walk, 'plain'));
    if (!link || saysItself(link.address, runs)) return inner;
    return [...inner, raw(' ['), ...addressNodes(link.address, place, walk, true), raw(']')];
  });
}

function saysItself(address: Line, runs: Linked['runs']): boolean {
  const written = ({ type, ...run }: Inline) =>
    type === 'text' && 'text' in run ? run.text : 'field' in run ? `\0${run.field}` : '\n';
  const [to, label] = [address, runs.map(({ run }) => run)].map((line) => line.map(written).join('').trim());
  return label === to || label === to!.replace(/^(?:mailto|tel):|^https?:\/\//i, '');
}

/** For content that is made of fields alone: when there is something to say. Undefined where there always is. */
export function contentCondition(content: readonly Inline[], place: BlockPlace): Expression | undefined {
  const says = (run: Inline) =>
    run.type === 'text' ? run.text.trim() !== '' : run.type === 'field' && Boolean(run.fallback);
  if (content.some(says)) return undefined;
  const fields = content.flatMap((run) => (run.type === 'field' ? [run.field] : []));
  return anyFilled(fields, place);
}

export const isBlank = (content: readonly Inline[]): boolean =>
  content.every((run) => run.type === 'break' || (run.type === 'text' && run.text.trim() === ''));
