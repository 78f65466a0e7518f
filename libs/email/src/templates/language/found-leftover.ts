import type { TemplateFault } from './problem.js';

export interface FoundLeftover {
  readonly at: number;
  readonly length: number;
  readonly code: 'leftover' | 'encodedTag' | 'fewBraces';
  readonly sure: boolean;
  readonly params: TemplateFault['params'];
}
