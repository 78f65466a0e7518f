import { expect, it } from '@jest/globals';
import { checkTemplates } from './check-templates.js';

const source = { subject: 'Soon', html: '<p>{{ invoice.number }}</p>' };

it('counts the booking of a calendar file among the fields that a template needs', () => {
  const [plain, withDate] = checkTemplates([source, { ...source, attachments: [{ type: 'calendar' }] }]);
  expect(plain!.fields.map(({ path }) => path)).toEqual(['invoice.number']);
  expect(withDate!.fields.map(({ path }) => path)).toEqual(['invoice.number', 'booking.startsAt']);
});
