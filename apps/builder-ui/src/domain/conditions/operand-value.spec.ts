import { describe, expect, it } from '@jest/globals';
import { fieldOf, type Comparison, type Operator } from '@cueline/workflows';
import { valueFor } from './operand-value.js';

describe('the value of a comparison', () => {
  it.each<[string, Operator, Comparison['value'], Comparison['value']]>([
    ['booking.kind', 'is', undefined, 'wedding'],
    ['booking.kind', 'is', 'portrait', 'portrait'],
    ['booking.kind', 'isOneOf', 'portrait', ['portrait']],
    ['booking.kind', 'is', ['family', 'event'], 'family'],
    ['booking.kind', 'isEmpty', 'portrait', undefined],
    ['booking.startsAt', 'withinNextDays', '2027-01-01', 7],
    ['booking.startsAt', 'before', 7, ''],
    ['invoice.balance', 'moreThan', undefined, { amountMinor: 0, currency: 'SEK' }],
    ['client.tags', 'includes', undefined, ''],
  ])('%s %s after %j is %j', (path, op, present, expected) => {
    expect(valueFor(fieldOf(path)!, op, present, 'SEK')).toEqual(expected);
  });
});
