/** A checked template: plain JSON, nothing in it that could be more than data. */
export type Expression =
  | { readonly x: 'literal'; readonly value: string | number | boolean | null }
  /** A name and literal keys below it: client.firstName. */
  | { readonly x: 'path'; readonly path: readonly string[] }
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

/** Where a value is put, and so how it is escaped. */
export type Slot = 'text' | 'attribute' | 'url' | 'plain';

export type Node =
  | { readonly n: 'text'; readonly value: string }
  | { readonly n: 'output'; readonly value: Expression; readonly slot: Slot }
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
  /** Tags or brackets inside each other. */
  depth: 40,
  loops: 3,
} as const;
