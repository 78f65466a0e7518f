import { isSafeAddress } from './address.js';
import type { Stretch } from './html-place.js';
import { TemplateFault } from './problem.js';
import type { Node } from './tree.js';

/** A checked node, and whether it is part of an attribute's address. */
export interface FoundNode {
  readonly node: Node;
  readonly address: boolean;
  /** Where a text stands. */
  readonly at?: At;
}

interface At {
  readonly lineno: number;
  readonly colno: number;
}

/**
 * The text between two tags of the template, cut where an address begins or ends.
 * @param within the text stands in a branch inside an address, which it must not leave: its end would be the end of a checked value
 */
export function textNodes(
  stretches: readonly Stretch[],
  at: At,
  within: boolean,
  faults: TemplateFault[],
): FoundNode[] {
  let afterwards = at;
  return stretches.map(({ html, inAddress }) => {
    const here = afterwards;
    afterwards = advance(here, html);
    if (within && !inAddress) faults.push(new TemplateFault('unevenBranches', here));
    return { node: { n: 'text', value: html }, address: inAddress, at: here };
  });
}

function advance({ lineno, colno }: At, text: string): At {
  const lines = text.split('\n');
  const last = lines.at(-1)!.length;
  return { lineno: lineno + lines.length - 1, colno: lines.length > 1 ? last : colno + last };
}

/**
 * Puts the parts of one address under one node: a scheme can be made of several values (`java` and `script:`), so only the whole can be
 * judged, when it is filled in. What the template itself writes at its beginning is judged here.
 */
export function gatherAddresses(found: readonly FoundNode[], faults: TemplateFault[]): Node[] {
  const nodes: Node[] = [];
  let parts: FoundNode[] = [];
  const close = () => {
    const value = parts.findIndex(({ node }) => node.n !== 'text');
    const written = value < 0 ? parts : parts.slice(0, value);
    const at = parts[0]?.at;
    if (at && !isSafeAddress(written.map(({ node }) => (node.n === 'text' ? node.value : '')).join('')))
      faults.push(new TemplateFault('refusedAddress', at));
    const gathered = parts.map(({ node }) => node);
    nodes.push(...(value < 0 ? gathered : [{ n: 'address', parts: gathered } as const]));
    parts = [];
  };
  for (const one of found) {
    if (one.address) parts.push(one);
    else {
      close();
      nodes.push(one.node);
    }
  }
  close();
  return nodes;
}
