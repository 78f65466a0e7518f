import { expect, it } from '@jest/globals';
import { stepKinds } from '@cueline/workflows';
import { matching } from './matching-kinds.js';

it('puts the kind whose name begins with what was typed first', () => {
  expect(matching(stepKinds, 'end')[0]).toBe('end');
  expect(matching(stepKinds, 'end')).toContain('sendMail');
  expect(matching(stepKinds, ' DECIDE ')[0]).toBe('decide');
});

it('finds by the hint, everything for nothing, nothing for what is not there', () => {
  expect(matching(stepKinds, 'template')).toContain('sendMail');
  expect(matching(stepKinds, '')).toEqual(stepKinds);
  expect(matching(stepKinds, 'xyzzy')).toEqual([]);
});
