import { readFileSync } from 'node:fs';
import type { Direction, OffsetUnit, SendWindow } from './index.js';

/** A table that Python's zoneinfo has written: see cases/generate.py. */
const table = <Row>(name: string): Row[] =>
  JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8')) as Row[];

export interface MomentCase {
  readonly about: string;
  readonly anchor: string;
  readonly offset: { readonly amount: number; readonly unit: OffsetUnit; readonly direction: Direction };
  readonly at?: string;
  readonly zone: string;
  /** The brand's start of business. */
  readonly business: string;
  readonly due: string;
}
export const momentCases = table<MomentCase>('moments');

export interface WindowCase {
  readonly about: string;
  readonly from: string;
  readonly zone: string;
  readonly window: SendWindow;
  /** Null where nothing opens. */
  readonly next: string | null;
}
export const windowCases = table<WindowCase>('windows');
