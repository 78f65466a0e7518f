import type { LeftOut } from '../surface/pasting/clean-html.js';
import { m } from './messages.js';

/** What of a pasted text an email does not take. */
export function leftOutMessage({ images, tables }: LeftOut) {
  const parts = [...(images > 0 ? [m.leftOutImages(images)] : []), ...(tables > 0 ? [m.leftOutTables] : [])];
  return { title: m.leftOut, message: parts.join(' ') };
}
