import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '../catalogue/field.js';
import { asFarAsKnown } from './as-far-as-known.js';
import type { Condition } from './condition.js';

const isNot: Condition = { field: 'inquiry.kind', op: 'isNot', value: 'wedding' };
const excludes: Condition = { field: 'client.tags', op: 'excludes', value: 'vip' };
const is: Condition = { field: 'inquiry.kind', op: 'is', value: 'wedding' };

describe('a condition of which only some facts are known', () => {
  it.each<[string, Condition, Record<string, FactValue>, boolean | undefined]>([
    ['a negation over an empty value holds', isNot, { 'inquiry.kind': null }, true],
    ['a negation over an empty list holds', excludes, { 'client.tags': [] }, true],
    ['what is not known is not empty', isNot, {}, undefined],
    ['what is compared with nothing does not hold', is, { 'inquiry.kind': '' }, false],
    ['one unknown member leaves it open', { all: [isNot, excludes] }, { 'inquiry.kind': null }, undefined],
    ['one that holds decides', { any: [isNot, excludes] }, { 'inquiry.kind': null }, true],
    ['one that does not hold decides', { all: [is, excludes] }, { 'inquiry.kind': null }, false],
  ])('%s', (_, condition, known, expected) => {
    expect(asFarAsKnown(condition, new Map(Object.entries(known)))).toBe(expected);
  });
});
