import type { MimePart } from '../../mime/mime-tree.js';
import { dispositionOf, type Disposition } from './attachments.js';

/** A part that holds no other one, with how it wants to be shown. */
export interface Leaf {
  readonly part: MimePart;
  readonly disposition: Disposition;
}

export interface BodyParts {
  readonly text: readonly Leaf[];
  readonly html: readonly Leaf[];
  readonly attachments: readonly Leaf[];
}

interface Lists {
  readonly text: Leaf[];
  readonly html: Leaf[];
  readonly attachments: Leaf[];
}

const isMedia = (type: string): boolean => /^(?:image|audio|video)\//.test(type);
const isBody = (type: string): boolean =>
  type === 'text/plain' || type === 'text/html' || type === 'text/enriched';

/**
 * What is read as the mail's text, what as its HTML, and what is attached: the rule of JMAP (RFC 8621 4.1.4), which several mail stores go by. Pictures between texts
 * belong to the body.
 */
export function bodyPartsOf(root: MimePart, hint?: string): BodyParts {
  const lists: Lists = { text: [], html: [], attachments: [] };
  collect([root], 'mixed', false, lists, hint);
  return lists;
}

function collect(
  parts: readonly MimePart[],
  kind: string,
  inAlternative: boolean,
  lists: Lists,
  hint?: string,
): void {
  const before = { text: lists.text.length, html: lists.html.length };
  for (const [at, part] of parts.entries()) {
    if (part.children.length > 0) {
      const inner = part.type.slice('multipart/'.length);
      collect(part.children, inner, inAlternative || inner === 'alternative', lists, hint);
      continue;
    }
    const leaf = { part, disposition: dispositionOf(part, hint) };
    if (isInline(leaf, kind, at)) show(leaf, kind, inAlternative, lists);
    else lists.attachments.push(leaf);
  }
  if (kind === 'alternative') fillIn(lists.text, lists.html, before);
}

/** A second text of a related body, or one with a file's name, is a file. */
const isInline = ({ part, disposition }: Leaf, kind: string, at: number): boolean =>
  disposition.kind !== 'attachment' &&
  (isBody(part.type) || isMedia(part.type)) &&
  (at === 0 || (kind !== 'related' && (isMedia(part.type) || disposition.fileName === '')));

function show(leaf: Leaf, kind: string, inAlternative: boolean, lists: Lists): void {
  const { type } = leaf.part;
  if (kind === 'alternative') {
    if (type === 'text/plain') lists.text.push(leaf);
    // An older form of the same text.
    else if (type === 'text/enriched') return;
    else if (type === 'text/html') lists.html.push(leaf);
    else lists.attachments.push(leaf);
    return;
  }
  // Within an alternative, what is shown in only one of the two forms is no part of the other.
  if (inAlternative && type === 'text/html') {
    lists.html.push(leaf);
    return;
  }
  if (inAlternative && type === 'text/plain') {
    lists.text.push(leaf);
    return;
  }
  lists.text.push(leaf);
  lists.html.push(leaf);
  if (isMedia(type)) lists.attachments.push(leaf);
}

/** An alternative of one form alone stands for the other as well. */
function fillIn(text: Leaf[], html: Leaf[], before: { text: number; html: number }): void {
  const newText = text.slice(before.text);
  const newHtml = html.slice(before.html);
  if (newText.length === 0) text.push(...newHtml);
  else if (newHtml.length === 0) html.push(...newText);
}
