import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
/** Counting thousands of rows costs the server a millisecond: too often, and it is that which is measured. */
const CHECK_EVERY_MS = 200;

/** Who started a process, and the seconds of CPU that it used and that its children had used when they were gone, from /proc. */
function timesOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const seconds = (first) => (Number(stat[first]) + Number(stat[first + 1])) / TICKS_PER_SECOND;
  return { parent: Number(stat[1]), own: seconds(11), ofGone: seconds(13) };
}

/** Resident memory in MiB and CPU seconds used so far. */
export function usage({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    memoryMiB: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024),
    cpuSeconds: timesOf(pid).own,
  };
}

/** CPU seconds of a process and its children, so that a server's own processes count; those that are gone too, as their parent has them. */
export function cpuOfTree({ pid }) {
  // A process may end at any moment while the list is read: what is gone by then is nobody's child.
  const ownOfChild = (child) => {
    try {
      const { parent, own } = timesOf(child);
      return parent === pid ? own : 0;
    } catch {
      return 0;
    }
  };
  const { own, ofGone } = timesOf(pid);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, one) => sum + ownOfChild(one), own + ofGone);
}

/** CPU milliseconds that each part used per piece of work while `work` ran. */
export async function cpuByPart(parts, pieces, work) {
  const snapshot = () =>
    Object.fromEntries(Object.entries(parts).map(([name, child]) => [name, cpuOfTree(child)]));
  const before = snapshot();
  const result = await work();
  const after = snapshot();
  const cpu = Object.fromEntries(
    Object.keys(after).map((name) => [name, ((after[name] - (before[name] ?? 0)) / pieces) * 1000]),
  );
  return { result, cpu };
}

/** Looks until `count()` reaches `wanted`. @returns {Promise<number>} milliseconds since `since`, of which `limit` are too many */
export async function untilCount(count, wanted, since, limit = Infinity) {
  for (;;) {
    const reached = await count();
    const ms = performance.now() - since;
    if (reached >= wanted) return ms;
    if (ms > limit) throw new Error(`${reached} of ${wanted} after ${Math.round(ms / 1000)} s`);
    await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  }
}

export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
