export * from './compile-content.js';
export { blockProblems, type KnownField } from './blocks/check-fields.js';
export { sourceOfBlocks, sourceOfLine } from './blocks/source-of-blocks.js';
export * from './language/index.js';
