export * from './template-sandbox.js';
