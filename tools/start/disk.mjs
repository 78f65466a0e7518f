import { statfsSync } from 'node:fs';
import { Sentence } from '../provision/sentence.mjs';

const MB = 1_000_000;
const FIRST_START_MB = 120;
const LATER_START_MB = 40;
const RUNNING_LOW_MB = 40;
const FULL_MB = 8;
const WATCH_MS = 10_000;

export function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / MB);
}

/** @param {boolean} isFirst whether the databases are still to be made */
export function refuseFullDisk(state, isFirst) {
  const needed = isFirst ? FIRST_START_MB : LATER_START_MB;
  const free = freeMegabytes(state);
  if (free < needed)
    throw new Sentence(
      `The disk is full: ${state} has ${free} MB left, and ${isFirst ? 'a first' : 'a'} start needs ${needed} MB.`,
      'Free some space, or set CUELINE_STATE to a folder on another disk, and start again.',
    );
}

/** The likely reason why a server ended. @returns {string | undefined} */
export function diskIsFull(state) {
  const free = freeMegabytes(state);
  return free < FULL_MB
    ? `The disk is full: ${state} has ${free} MB left.\n  Free some space and start again; what was accepted is kept.`
    : undefined;
}

/** Says once when space runs low, and once again after it was made and lost. @returns {() => void} ends the watch */
export function watchDisk(state, say) {
  let wasLow = false;
  const timer = setInterval(() => {
    const free = freeMegabytes(state);
    if (free < RUNNING_LOW_MB && !wasLow)
      say(
        `The disk is nearly full: ${state} has ${free} MB left. Free some space; with none, PostgreSQL stops.`,
      );
    wasLow = free < RUNNING_LOW_MB;
  }, WATCH_MS);
  return () => clearInterval(timer);
}
