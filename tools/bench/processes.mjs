import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Resident memory in MiB and CPU seconds used so far, from /proc. */
export function usage({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return {
    memoryMiB: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024),
    cpuSeconds: (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND,
  };
}

/** CPU seconds of a process and its children, so that a server's own processes count; those that are gone too, as their parent has them. */
export function cpuOfTree({ pid }) {
  const parentOf = (child) => {
    try {
      return Number(readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
    } catch {
      return 0;
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  const gone = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const ofGone = (Number(gone[13]) + Number(gone[14])) / TICKS_PER_SECOND;
  return [pid, ...children].reduce((sum, one) => sum + usage({ pid: one }).cpuSeconds, ofGone);
}

/** CPU milliseconds that each part used per piece of work while `work` ran. */
export async function cpuByPart(parts, pieces, work) {
  const look = () =>
    Object.fromEntries(Object.entries(parts).map(([name, child]) => [name, cpuOfTree(child)]));
  const before = look();
  const result = await work();
  const after = look();
  const cpu = Object.fromEntries(
    Object.keys(after).map((name) => [name, ((after[name] - (before[name] ?? 0)) / pieces) * 1000]),
  );
  return { result, cpu };
}

/** Looks until `count()` reaches `wanted`. @returns {Promise<number>} milliseconds since `since` */
export async function untilCount(count, wanted, since) {
  for (;;) {
    if ((await count()) >= wanted) return performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
