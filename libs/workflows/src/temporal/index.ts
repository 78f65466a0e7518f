export { cuelineRun } from './cueline-run.js';
