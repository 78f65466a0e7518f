export { reasonWords } from './reason-words.js';
