import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { writeDocument } from '@cueline/workflows';
import { seedId } from './ids.js';
import { sampleTemplates } from './templates.js';
import { sampleDefinition, sampleWorkflow } from './workflow.js';

it('the documentation’s example is the sample studio’s workflow, as it is exported', () => {
  const names = new Map(sampleTemplates.map(({ key, name }) => [seedId(`template ${key}`), name]));
  const document = { ...sampleWorkflow, definition: sampleDefinition };
  const exported = writeDocument(document, (id) => names.get(id));
  const file = new URL('../../../../docs/examples/welcome.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(exported);
});
