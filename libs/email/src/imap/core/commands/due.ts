import type { Moment } from '../ids.js';
import type { Command } from './command.js';

/** Those that may be carried out now. One that waits keeps back later ones of its subject alone. */
export function dueOf(commands: readonly Command[], now: Moment): Command[] {
  const waiting = new Set<string>();
  return commands.filter(({ subject, dueAt }) => {
    const isDue = dueAt <= now && !waiting.has(subject);
    if (!isDue) waiting.add(subject);
    return isDue;
  });
}

/** When the first of those that wait is due. */
export const nextDueAt = (commands: readonly Command[], now: Moment): Moment | null =>
  commands.reduce<Moment | null>(
    (first, { dueAt }) => (dueAt > now && (first === null || dueAt < first) ? dueAt : first),
    null,
  );
