/** nunjucks ships no types for its parser; only the shape that the walk reads. */
declare module 'nunjucks/src/parser.js' {
  export interface AstNode {
    readonly typename: string;
    readonly lineno: number;
    readonly colno: number;
    readonly value?: unknown;
    readonly children?: readonly AstNode[];
    readonly [field: string]: unknown;
  }
  const parser: { parse(source: string): AstNode };
  export default parser;
}
