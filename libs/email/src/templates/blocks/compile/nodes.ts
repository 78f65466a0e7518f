import { escapeHtml } from '../../language/escape.js';
import type { Expression, Node, Slot } from '../../language/tree.js';

/** Markup of ours, or text that is escaped already. */
export const raw = (value: string): Node => ({ n: 'text', value });
export const output = (value: Expression, slot: Slot): Node => ({ n: 'output', value, slot });

/** A run's own line ends and tabs are blanks, as they are to a browser. */
export const oneLine = (text: string): string => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ');

export const typedHtml = (text: string): Node => raw(escapeHtml(oneLine(text)));

/** Written where the condition holds; without one always. */
export const when = (condition: Expression | undefined, then: readonly Node[]): Node[] =>
  condition ? [{ n: 'if', when: condition, then, otherwise: [] }] : [...then];

/** The same with neighboring texts in one, so that a mail is a few pieces. */
export function joined(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.n === 'text' && last?.n === 'text') result[result.length - 1] = raw(last.value + node.value);
    else if (node.n === 'if') result.push({ ...node, then: joined(node.then) });
    else if (node.n !== 'text' || node.value !== '') result.push(node);
  }
  return result;
}
