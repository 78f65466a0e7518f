import type { Tone } from '../../kit/status-dot.js';
import { m } from './messages.js';

export const runLabels = {
  starting: m.starting,
  running: m.running,
  waiting: m.waiting,
  paused: m.paused,
  failed: m.failed,
  completed: m.completed,
  exited: m.exited,
  stopped: m.stopped,
} as const;
export type RunStatus = keyof typeof runLabels;

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

export const stepLabels = {
  running: m.running,
  waiting: m.waiting,
  done: m.done,
  skipped: m.skipped,
  failed: m.failed,
} as const;
