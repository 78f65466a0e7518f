/** Raised when a stored document needs a conversion to be read. */
export const BLOCK_SCHEMA_VERSION = 1;

/** How a field is written; one without a format as its type has it: an instant as date and time, money as money. */
export const fieldFormats = [
  'date:short',
  'date:medium',
  'date:long',
  'date:full',
  'time',
  'datetime:short',
  'datetime:medium',
  'datetime:long',
  'datetime:full',
  'upper',
  'lower',
  'capitalize',
  'title',
  'money',
  'number',
] as const;
export type FieldFormat = (typeof fieldFormats)[number];

/** A merge field: an atom in the text, one letter to the caret. */
export interface FieldAtom {
  readonly type: 'field';
  /** `client.firstName` */
  readonly field: string;
  /** What is written where the record holds nothing. */
  readonly fallback?: string;
  readonly format?: FieldFormat;
}
/** Literal: nothing in it is read as a tag. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
}
/** Text with fields in one line: the subject, the preview line, a label, the address of a link. */
export type Line = readonly (TextRun | FieldAtom)[];

export type Mark =
  { readonly type: 'bold' } | { readonly type: 'italic' } | { readonly type: 'link'; readonly address: Line };
interface Marked {
  /** At most one of each type. */
  readonly marks?: readonly Mark[];
}
export type Inline = (TextRun | FieldAtom | { readonly type: 'break' }) & Marked;

export type Align = 'left' | 'center' | 'right';
interface BlockBase {
  /** Stays with the block while it is edited and moved; unique in its document. */
  readonly id: string;
}
interface Aligned extends BlockBase {
  readonly align?: Align;
}

export interface HeadingBlock extends Aligned {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly content: readonly Inline[];
}
/** One paragraph. */
export interface TextBlock extends Aligned {
  readonly type: 'text';
  readonly content: readonly Inline[];
}
export interface ListItem {
  readonly content: readonly Inline[];
}
export interface ListBlock extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
export interface ButtonBlock extends Aligned {
  readonly type: 'button';
  readonly label: Line;
  readonly address: Line;
}
export interface ImageBlock extends Aligned {
  readonly type: 'image';
  /** An uploaded file by its id, or an address of the web; null until one is chosen. */
  readonly source: { readonly file: string } | { readonly address: string } | null;
  /** What the image shows, for those who do not see it; an empty text says that it only decorates. Null until it is written. */
  readonly alt: string | null;
  /** Pixels; without it as wide as the mail. */
  readonly width?: number;
  /** Where a press on it leads. */
  readonly link?: Line;
}
export interface DividerBlock extends BlockBase {
  readonly type: 'divider';
}
export interface SpacerBlock extends BlockBase {
  readonly type: 'spacer';
  /** Pixels. */
  readonly height: number;
}
/** The brand's signature. */
export interface SignatureBlock extends BlockBase {
  readonly type: 'signature';
}
/** What a record says, row by row; a row whose field is empty is left out, unless it has a fallback. */
export interface DetailsBlock extends BlockBase {
  readonly type: 'details';
  readonly record: 'booking' | 'invoice';
  readonly rows: readonly DetailsRow[];
}
export interface DetailsRow extends Omit<FieldAtom, 'type'> {
  readonly label: string;
}

/** What a column holds. */
export type SimpleBlock =
  HeadingBlock | TextBlock | ListBlock | ButtonBlock | ImageBlock | DividerBlock | SpacerBlock;

/** Two columns side by side, one above the other on a phone. */
export interface ColumnsBlock extends BlockBase {
  readonly type: 'columns';
  readonly columns: readonly Column[];
}
export interface Column {
  readonly blocks: readonly SimpleBlock[];
}

/** The comparisons of the template language, by the names that the conditions of workflows have for them. */
export const sectionOperators = [
  'isNotEmpty',
  'isEmpty',
  'is',
  'isNot',
  'isOneOf',
  'contains',
  'equals',
  'lessThan',
  'atMost',
  'moreThan',
  'atLeast',
  'before',
  'after',
  'isTrue',
  'isFalse',
  'includes',
  'excludes',
] as const;
export type SectionOperator = (typeof sectionOperators)[number];
/** Written as a comparison of a workflow's condition is. */
export interface SectionCondition {
  readonly field: string;
  readonly op: SectionOperator;
  /** Absent for the operators that compare with nothing. */
  readonly value?:
    string | number | { readonly amountMinor: number; readonly currency: string } | readonly string[];
}

/** What a section holds. */
export type InnerBlock = SimpleBlock | SignatureBlock | DetailsBlock | ColumnsBlock;

/** Blocks that are mailed where a condition holds, and leave nothing where it does not. */
export interface SectionBlock extends BlockBase {
  readonly type: 'section';
  readonly when: SectionCondition;
  readonly blocks: readonly InnerBlock[];
}

export type Block = InnerBlock | SectionBlock;
export type BlockType = Block['type'];

/** A template that people write: plain JSON, one to one with an editor's tree of blocks, atoms and marks. */
export interface BlockDocument {
  readonly schemaVersion: typeof BLOCK_SCHEMA_VERSION;
  readonly subject: Line;
  /** The line that mail lists show beside the subject. */
  readonly preheader: Line;
  readonly blocks: readonly Block[];
}

/** What a new template starts as. */
export const blankDocument = (): BlockDocument => ({
  schemaVersion: BLOCK_SCHEMA_VERSION,
  subject: [],
  preheader: [],
  blocks: [
    { id: 'text-1', type: 'text', content: [] },
    { id: 'signature-1', type: 'signature' },
  ],
});
