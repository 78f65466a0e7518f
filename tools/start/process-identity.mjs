import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const STATE = 0;
const START_TIME = 19;

/**
 * Tells a process from a later one that was given the same number: by the moment it began.
 * @param {number} pid @returns {string | undefined} undefined when there is none, or when it has ended already
 */
export function identityOf(pid) {
  if (process.platform !== 'linux') return begunAt(pid);
  try {
    // proc_pid_stat(5): the name, in brackets, may hold anything; the fields after it are counted from `state`.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[STATE] === 'Z' || fields[STATE] === 'X' ? undefined : fields[START_TIME];
  } catch {
    return undefined;
  }
}

function begunAt(pid) {
  const done = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return done.stdout?.trim() || undefined;
}
