export { compareMails } from './compare-mails.js';
export * from './rewind.js';
