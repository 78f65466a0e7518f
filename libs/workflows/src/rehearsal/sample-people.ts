import type { People } from '../kinds/people.js';

/** Who stands in for the people on a booking and of the studio where there is no studio to ask. */
export const samplePeople: People = {
  staffOnBooking: [{ name: 'Jo Albers', email: 'jo@example.test' }],
  vendorsOnBooking: [{ name: 'Gut Sonnenhof', email: 'venue@example.test' }],
  owners: [{ name: 'Kim Sunday', email: 'owner@example.test' }],
  members: [
    { name: 'Kim Sunday', email: 'owner@example.test' },
    { name: 'Jo Albers', email: 'jo@example.test' },
  ],
};
