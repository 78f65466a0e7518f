import type { Tone } from '../../kit/status-dot.js';

export const runWords = {
  starting: 'Starting',
  running: 'Running',
  waiting: 'Waiting',
  paused: 'Paused',
  failed: 'Failed',
  completed: 'Completed',
  exited: 'Ended early',
  stopped: 'Stopped',
} as const;
export type RunStatus = keyof typeof runWords;

export const runTones: Readonly<Record<RunStatus, Tone>> = {
  starting: 'quiet',
  running: 'waiting',
  waiting: 'waiting',
  paused: 'quiet',
  failed: 'broken',
  completed: 'done',
  exited: 'quiet',
  stopped: 'quiet',
};

export const stepWordsOf = {
  running: 'Running',
  waiting: 'Waiting',
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
} as const;
