import { checkDefinition, type Definition } from '@cueline/workflows';
import { seedId } from './ids.js';

export const sampleWorkflow = {
  name: 'Welcome new bookings',
  description: 'Greets a client as soon as a booking is made.',
} as const;

/** Booking created -> which kind? -> two seconds -> the fitting welcome. */
export const sampleDefinition: Definition = {
  schemaVersion: 1,
  trigger: { type: 'event', event: 'booking.created', reentry: 'once-per-record' },
  exitOn: [{ event: 'booking.cancelled' }],
  steps: [
    {
      id: 'kind',
      kind: 'decide',
      name: 'What kind of booking?',
      paths: [
        {
          id: 'wedding',
          name: 'Wedding',
          when: { field: 'booking.kind', op: 'is', value: 'wedding' },
          steps: [
            { id: 'pause-wedding', kind: 'wait', for: { amount: 2, unit: 'seconds' } },
            mail('mail-wedding', 'welcome-wedding'),
          ],
        },
        {
          id: 'otherwise',
          name: 'Any other session',
          steps: [
            { id: 'pause-session', kind: 'wait', for: { amount: 2, unit: 'seconds' } },
            mail('mail-session', 'welcome-session'),
          ],
        },
      ],
    },
  ],
};

function mail(id: string, template: string): Definition['steps'][number] {
  return {
    id,
    kind: 'sendMail',
    template: seedId(`template ${template}`),
    to: { role: 'client' },
    from: { type: 'brand' },
    category: 'transactional',
  };
}

const problems = checkDefinition(sampleDefinition);
if (problems.length > 0) throw new Error(`The sample workflow is not valid: ${JSON.stringify(problems)}`);
