import type { Rules } from '../outcome.js';
import type { Step } from '../step.js';
import { arrivals, finish, flags } from './changes.js';
import { compare, count, survey } from './compare.js';
import { contents, fetch, recognize } from './contents.js';
import { importing } from './import.js';
import { open } from './open.js';
import { choose, connect, idle, list, load } from './session.js';

/** How each step begins, and what it makes of the answer: one that is missing does not compile. */
export const rules: { readonly [Kind in Step['step']]: Rules<Kind> } = {
  load,
  connect,
  list,
  choose,
  open,
  flags,
  arrivals,
  import: importing,
  count,
  compare,
  survey,
  finish,
  contents,
  recognize,
  fetch,
  idle,
};
