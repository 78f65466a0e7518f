/** A checked template: plain JSON, nothing in it that could be more than data. */
export type Expression =
  | { readonly x: 'literal'; readonly value: string | number | boolean | null }
  /** A name and literal keys below it: client.firstName. */
  | {
      readonly x: 'path';
      readonly path: readonly string[];
      readonly at: Position;
      /** How many names are the field's, where the others reach into its value: the amount of money. */
      readonly names?: number;
    }
  | {
      readonly x: 'filter';
      readonly name: string;
      readonly input: Expression;
      readonly args: readonly Expression[];
    }
  | {
      readonly x: 'binary';
      readonly op: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly x: 'not' | 'negative'; readonly operand: Expression }
  | {
      readonly x: 'choose';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise?: Expression;
    }
  | { readonly x: 'test'; readonly name: 'defined' | 'empty'; readonly operand: Expression }
  | { readonly x: 'list'; readonly items: readonly Expression[] };

export type BinaryOperator =
  'and' | 'or' | 'in' | '+' | '-' | '*' | '/' | '%' | '~' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Line and column in the part's source, both from 1; of a template made of blocks the place in its document. */
export type Position = readonly [line: number, column: number, block?: BlockPlace];

export interface BlockPlace {
  /** The block's id; undefined for the subject and the preview line. */
  readonly id?: string;
  /** JSON pointer into the document. */
  readonly pointer: string;
}

/** In an address, where its place within is known when it is written; `encoded` where the template encodes the value itself. */
export type AddressSlot = 'address' | 'encoded';
/** Where a value is put, and so how it is escaped. */
export type Slot = 'text' | 'attribute' | 'plain' | AddressSlot;

export type Node =
  | { readonly n: 'text'; readonly value: string }
  | { readonly n: 'output'; readonly value: Expression; readonly slot: Slot }
  /** The value of an attribute that leads somewhere: its parts are checked together when they are filled in. */
  | {
      readonly n: 'address';
      readonly parts: readonly Node[];
      /** Written for the plain text: as it is, not as HTML. */
      readonly plain?: true;
    }
  | {
      readonly n: 'if';
      readonly when: Expression;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | {
      readonly n: 'for';
      readonly name: string;
      readonly list: Expression;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly n: 'set'; readonly name: string; readonly value: Expression };

export const templateLimits = {
  /** Characters of one part. */
  characters: 200_000,
  /** Tokens of one part: bounds the parser's time and the size of the tree. */
  tokens: 20_000,
  /** Tokens of one tag: bounds how deep its expression can be, so that walking it fits any stack. */
  tokensInTag: 400,
  /** Brackets inside each other: the parser spends sixteen frames on each. */
  brackets: 20,
  /** Blocks inside each other; an elif counts as one more. */
  depth: 40,
  loops: 3,
  /** Problems told of one part: a pasted page must not make thousands. */
  problems: 50,
} as const;
