import { readFileSync } from 'node:fs';

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

/** Looks until `count()` reaches `wanted`. @returns {Promise<number>} milliseconds since `since` */
export async function untilCount(count, wanted, since) {
  for (;;) {
    if ((await count()) >= wanted) return performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
