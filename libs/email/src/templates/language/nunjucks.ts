/// <reference types="@cueline/email/nunjucks-parser" />
import lexer from 'nunjucks/src/lexer.js';
import parser from 'nunjucks/src/parser.js';

// The only door to nunjucks: its compiler and runtime, which turn templates into code, are never loaded.
export const lex = (source: string) => lexer.lex(source);
export const { Parser } = parser;
export type { Token, Tokenizer } from 'nunjucks/src/lexer.js';
export type { AstNode } from 'nunjucks/src/parser.js';
