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

export const runColors: Readonly<Record<RunStatus, string>> = {
  starting: 'gray',
  running: 'blue',
  waiting: 'blue',
  paused: 'yellow',
  failed: 'red',
  completed: 'green',
  exited: 'gray',
  stopped: 'gray',
};

export const stepWordsOf = {
  running: 'Running',
  waiting: 'Waiting',
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
} as const;
