import { choices, record } from '../field.js';

export const bookingKinds = choices({
  wedding: 'Wedding',
  portrait: 'Portrait',
  family: 'Family',
  event: 'Event',
  commercial: 'Commercial',
  other: 'Other',
});

export const booking = record('booking', 'Booking', {
  title: ['text', 'Title', 'Wedding of Mara and Elis'],
  kind: ['choice', 'Kind', 'wedding', { choices: bookingKinds, open: true }],
  status: [
    'choice',
    'Status',
    'confirmed',
    {
      choices: choices({
        tentative: 'Tentative',
        confirmed: 'Confirmed',
        completed: 'Completed',
        cancelled: 'Cancelled',
      }),
    },
  ],
  startsAt: ['instant', 'Starts at', '2027-06-12T13:00:00.000Z'],
  endsAt: ['instant', 'Ends at', '2027-06-12T21:00:00.000Z'],
  location: ['text', 'Location', 'Gut Sonnenhof', { empty: true }],
});

export const inquiry = record('inquiry', 'Inquiry', {
  name: ['text', 'Name', 'Tomas Brandt'],
  firstName: ['text', 'First name', 'Tomas', { empty: true }],
  email: ['text', 'Email address', 'tomas@example.test'],
  phone: ['text', 'Phone', '+49 30 123456', { empty: true }],
  kind: ['choice', 'Kind of session', 'family', { choices: bookingKinds, open: true, empty: true }],
  message: ['text', 'Message', 'Do you have a free Saturday in May?'],
  eventOn: ['date', 'Wished date', '2027-05-08', { empty: true }],
  status: [
    'choice',
    'Status',
    'open',
    { choices: choices({ open: 'Open', answered: 'Answered', booked: 'Booked', closed: 'Closed' }) },
  ],
});

export const project = record('project', 'Project', {
  name: ['text', 'Name', 'Lindqvist wedding'],
  stage: ['text', 'Stage', 'editing'],
  dueOn: ['date', 'Due on', '2027-07-30', { empty: true }],
  galleryUrl: ['text', 'Gallery link', 'https://gallery.example.test/lindqvist', { empty: true }],
});
