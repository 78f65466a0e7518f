import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  businessHoursSchema,
  durationSchema,
  holidaySchema,
  ifPastSchema,
  offsetSchema,
  relativeMomentSchema,
  sendWindowSchema,
  timeOfDaySchema,
} from './index.js';

const schemas = {
  businessHoursSchema,
  durationSchema,
  holidaySchema,
  ifPastSchema,
  offsetSchema,
  relativeMomentSchema,
  sendWindowSchema,
  timeOfDaySchema,
};

const hostile = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    NaN,
    -0,
    Infinity,
    1e308,
    '9'.repeat(9_999),
  ),
);
// Values in the places where a schema looks, so that every check of every field meets them.
const filled = fc.dictionary(
  fc.constantFrom(
    'amount',
    'unit',
    'direction',
    'offset',
    'at',
    'weekdays',
    'from',
    'to',
    'holidays',
    '__proto__',
  ),
  fc.oneof(hostile, fc.array(hostile)),
);

describe.each(Object.entries(schemas))('%s', (_name, schema) => {
  it('has problems with what is hostile, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, filled), (input) => {
        const { success, error } = schema.safeParse(input);
        for (const issue of success ? [] : error.issues)
          expect(issue.message).not.toMatch(/five years.*undefined/);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('takes a unit for a unit, not for something that every object has', () => {
  for (const unit of ['constructor', '__proto__', 'toString']) {
    expect(durationSchema.safeParse({ amount: 1, unit }).success).toBe(false);
    expect(offsetSchema.safeParse({ amount: 1, unit, direction: 'before' }).success).toBe(false);
  }
});
