import type { FieldChange } from './change.js';

/** Whether two JSON values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = keysOf(left, right);
  return keys.every((key) => same(left[key], right[key]));
}

/** The settings of two objects that differ; those named in `but` are left aside. */
export function fieldChanges(a: object, b: object, but: readonly string[] = []): FieldChange[] {
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return keysOf(left, right)
    .filter((key) => !but.includes(key) && !same(left[key], right[key]))
    .map((field) => ({ field, before: left[field], after: right[field] }));
}

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
