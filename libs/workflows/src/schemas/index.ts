export * from './locale-schemas.js';
