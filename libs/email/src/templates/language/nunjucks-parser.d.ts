/** The two pieces of nunjucks we load, which ship no types. Its compiler and runtime, which turn templates into code, are never loaded. */
declare module 'nunjucks/src/lexer.js' {
  export interface Token {
    readonly type: string;
    readonly value: unknown;
    readonly lineno: number;
    readonly colno: number;
  }
  export interface Tokenizer {
    /** Of the next character. */
    readonly index: number;
    readonly tags: Readonly<Record<string, string>>;
    nextToken(): Token | null;
  }
  const lexer: { lex(source: string): Tokenizer };
  export default lexer;
}

declare module 'nunjucks/src/parser.js' {
  export interface AstNode {
    readonly typename: string;
    readonly lineno: number;
    readonly colno: number;
    readonly value?: unknown;
    readonly children?: readonly AstNode[];
    readonly [field: string]: unknown;
  }
  const parser: {
    Parser: new (tokens: { tags: unknown; nextToken(): unknown }) => { parseAsRoot(): AstNode };
  };
  export default parser;
}
