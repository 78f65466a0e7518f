/** The document of a template that people write in blocks: its types, its shape and its limits; for browser, contract and server alike. */
export * from './block-document.js';
export * from './block-limits.js';
export * from './block-schema.js';
export * from './field-types.js';
export * from './says-nothing.js';
export { imageLimits } from '../../images/read-image.js';
