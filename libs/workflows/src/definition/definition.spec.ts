import { describe, expect, it } from '@jest/globals';
import { stepKinds } from '../kinds/index.js';
import { planOf } from '../interpreter/index.js';
import { blankDefinition, definitionJsonSchema, findStep, isSafeId, type Definition } from './index.js';

const definition: Definition = {
  ...blankDefinition(),
  steps: [
    {
      id: 'which',
      kind: 'decide',
      name: 'Is it for Mara?',
      paths: [
        {
          id: 'yes',
          name: 'Mara',
          when: { field: 'client.firstName', op: 'is', value: 'Mara' },
          steps: [{ id: 'over', kind: 'end', reason: 'Mara has it' }],
        },
        { id: 'otherwise', steps: [] },
      ],
    },
  ],
};

describe('the language', () => {
  it('is exported as a JSON Schema that names every kind of step', () => {
    const text = JSON.stringify(definitionJsonSchema());
    for (const kind of stepKinds) expect(text).toContain(`"const":"${kind}"`);
  });

  it('gives Temporal a plan of ids and kinds alone', () => {
    expect(planOf(definition)).toEqual({
      steps: [
        {
          id: 'which',
          kind: 'decide',
          paths: [
            { id: 'yes', steps: [{ id: 'over', kind: 'end' }] },
            { id: 'otherwise', steps: [] },
          ],
        },
      ],
    });
    expect(JSON.stringify(planOf(definition))).not.toContain('Mara');
  });

  it('finds a step with its place', () => {
    expect(findStep(definition.steps, 'over')).toMatchObject({
      index: 0,
      depth: 1,
      pointer: '/steps/0/paths/0/steps/0',
      parent: { path: { id: 'yes' } },
    });
    expect(findStep(definition.steps, 'nowhere')).toBeUndefined();
  });

  it.each(['constructor', 'toString', '__proto__', 'Upper', '1st', '', 'a b', 'a'.repeat(41), 'é'])(
    'takes no step called %p',
    (id) => expect(isSafeId(id)).toBe(false),
  );
});
