import type { attachments } from '@cueline/contracts';
import type { Block, Line } from '@cueline/email/blocks';

/** A template as people write it: in blocks. */
export interface BlockDraft {
  readonly kind: 'blocks';
  readonly name: string;
  readonly subject: Line;
  readonly preheader: Line;
  readonly blocks: readonly Block[];
  readonly attachments: readonly attachments.Attachment[];
}

/** A template as its source. */
export interface SourceDraft {
  readonly kind: 'source';
  readonly name: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  /** Null: the plain text follows from the HTML. */
  readonly text: string | null;
  readonly attachments: readonly attachments.Attachment[];
}

export type TemplateDraft = BlockDraft | SourceDraft;

/** What is written separately, and what two windows may differ in. */
export type Part = 'kind' | 'name' | 'subject' | 'preheader' | 'blocks' | 'html' | 'text' | 'attachments';

export type Parts = Readonly<Partial<Record<Part, unknown>>>;

export const partsOf = (draft: TemplateDraft): Parts => ({ ...draft });

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function differing(a: TemplateDraft, b: TemplateDraft): Part[] {
  const [one, other] = [partsOf(a), partsOf(b)];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as Part[];
  return names.filter((part) => !equal(one[part], other[part]));
}

export type Merged =
  | { readonly type: 'merged'; readonly draft: TemplateDraft }
  | { readonly type: 'conflict'; readonly parts: Part[] };

/** Both changes, where they are in different parts: theirs since `base`, and mine. */
export function merge(base: TemplateDraft, mine: TemplateDraft, theirs: TemplateDraft): Merged {
  const [my, their] = [differing(base, mine), differing(base, theirs)];
  const parts = my.filter((part) => their.includes(part) && differing(mine, theirs).includes(part));
  if (parts.length > 0 || mine.kind !== theirs.kind)
    return { type: 'conflict', parts: parts.length > 0 ? parts : ['kind'] };
  const mineOnly = Object.fromEntries(my.map((part) => [part, partsOf(mine)[part]]));
  return { type: 'merged', draft: { ...theirs, ...mineOnly } };
}
