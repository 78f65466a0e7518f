import type { Tone } from '../kit/status-dot.js';

export const stateWords = {
  draft: 'Draft',
  published: 'Live',
  paused: 'Paused',
  archived: 'Archived',
} as const;
export const stateTones: Readonly<Record<keyof typeof stateWords, Tone>> = {
  draft: 'draft',
  published: 'live',
  paused: 'quiet',
  archived: 'quiet',
};
