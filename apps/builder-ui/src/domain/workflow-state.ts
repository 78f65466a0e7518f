import type { Tone } from '../kit/status-dot.js';
import { m } from './messages.js';

export const stateLabels = {
  draft: m.draft,
  published: m.live,
  paused: m.paused,
  archived: m.archived,
} as const;
export const stateTones: Readonly<Record<keyof typeof stateLabels, Tone>> = {
  draft: 'draft',
  published: 'live',
  paused: 'quiet',
  archived: 'quiet',
};
