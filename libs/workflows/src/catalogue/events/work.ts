import { z } from 'zod';
import { eventType } from '../event-type.js';

const people = { optionalRecords: ['client'], roles: ['client', 'address'] } as const;
const project = {
  group: 'Projects',
  subject: 'project',
  records: ['project', 'client', 'brand', 'studio'],
  optionalRecords: [],
  roles: ['client', 'address'],
  ownDate: { field: 'project.dueOn', days: 30 },
} as const;
const client = {
  group: 'Clients',
  subject: 'client',
  records: ['client', 'brand', 'studio'],
  optionalRecords: [],
  roles: ['client', 'address'],
} as const;
const mail = {
  group: 'Mail',
  subject: 'message',
  records: ['message', 'client', 'brand', 'studio'],
  ...people,
  // When it came to the mailbox, which its own Date header need not tell.
  ownDate: { field: 'message.receivedAt', days: 3 },
} as const;

export const workEvents = [
  eventType({
    type: 'inquiry.received',
    label: 'An inquiry is received',
    group: 'Inquiries',
    subject: 'inquiry',
    records: ['inquiry', 'client', 'brand', 'studio'],
    optionalRecords: ['client'],
    roles: ['inquirer', 'address'],
    brings: true,
    ownDate: { field: 'inquiry.eventOn', days: 30 },
    data: z.strictObject({}),
    sample: {},
  }),
  eventType({
    ...project,
    type: 'project.stage_changed',
    label: 'A project moves to another stage',
    data: z.strictObject({ from: z.string().max(100), to: z.string().max(100) }),
    sample: { from: 'shooting', to: 'editing' },
  }),
  eventType({
    ...project,
    type: 'gallery.delivered',
    label: 'A gallery is delivered',
    data: z.strictObject({ url: z.url().max(2000) }),
    sample: { url: 'https://gallery.example.test/lindqvist' },
  }),
  eventType({
    type: 'task.assigned',
    label: 'A task is assigned',
    group: 'Team',
    subject: 'task',
    records: ['task', 'staff', 'client', 'booking', 'brand', 'studio'],
    optionalRecords: ['client', 'booking'],
    roles: ['staff', 'address'],
    brings: true,
    ownDate: { field: 'task.dueAt', days: 7 },
    data: z.strictObject({ staffId: z.uuid() }),
    sample: { staffId: '01890000-0000-7000-8000-000000000001' },
  }),
  eventType({
    ...client,
    type: 'form.answered',
    label: 'A form is answered',
    data: z.strictObject({
      form: z.string().max(200),
      answers: z.record(z.string().max(200), z.string().max(10_000)),
    }),
    sample: { form: 'Session questionnaire', answers: { 'Favourite place': 'The old bridge' } },
  }),
  eventType({
    ...client,
    type: 'client.unsubscribed',
    label: 'A client refuses marketing mail',
    data: z.strictObject({}),
    sample: {},
  }),
  eventType({
    ...mail,
    type: 'mail.received',
    label: 'A mail is received',
    data: z.strictObject({}),
    sample: {},
  }),
  eventType({
    ...mail,
    type: 'mail.replied',
    label: 'A client replies',
    data: z.strictObject({}),
    sample: {},
  }),
  eventType({
    ...mail,
    type: 'mail.bounced',
    label: 'A mail bounces',
    data: z.strictObject({ sendId: z.uuid().optional(), reason: z.string().max(2000).optional() }),
    sample: { reason: '550 5.1.1 no such user' },
  }),
  eventType({
    ...mail,
    type: 'mail.complained',
    label: 'A mail is reported as spam',
    data: z.strictObject({ sendId: z.uuid().optional(), reason: z.string().max(2000).optional() }),
    sample: {},
  }),
] as const;
