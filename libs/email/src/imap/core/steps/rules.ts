import type { Rules } from '../outcome.js';
import type { Step } from '../step.js';
import { append } from './change/append.js';
import { changeFolder } from './change/change-folder.js';
import { duplicate } from './change/duplicate.js';
import { move } from './change/move.js';
import { remove } from './change/remove.js';
import { setFlags } from './change/set-flags.js';
import { commands } from './commands.js';
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
  commands,
  setFlags,
  move,
  duplicate,
  remove,
  append,
  changeFolder,
  idle,
};
