import { randomUUID } from 'node:crypto';
import { blankDefinition, kinds } from '@cueline/workflows';
import fc from 'fast-check';
import type { Described } from '@cueline/testkit/api-description';
import { fromSchema, type Schema, type Schemas } from '@cueline/testkit/from-schema';
import { pixel, type SealedStudio } from './sealed-studio.js';

/** Whose ids stand in a request. */
export interface Aim {
  /** In the path. */
  readonly path: SealedStudio;
  /** In the fields of the body. */
  readonly fields: SealedStudio;
  /** The only field that is taken from `fields`; the others are from `path`. */
  readonly only?: string;
}

export const isId = ({ format, anyOf }: Schema): boolean =>
  format === 'uuid' || Boolean(anyOf?.some((one) => one.format === 'uuid'));

/** @throws Error naming what to add when a route is new */
export function pathOf({ path }: Described, { inPath, inField }: SealedStudio): string {
  return path.replace(/([^/]+)\/\{(\w+)\}/g, (_whole, word: string, name: string) => {
    const id = name === 'id' ? inPath[word] : inField[name];
    if (!id)
      throw new Error(`No sealed record stands for ${path}: add one for "${word}" to sealed-studio.ts.`);
    return `${word}/${id}`;
  });
}

/** @throws Error naming what to add when a field is new */
export function idOf(name: string, { path, fields, only }: Aim): string {
  const id = (only === undefined || only === name ? fields : path).inField[name];
  if (!id) throw new Error(`No sealed record stands for the field "${name}": add one to sealed-studio.ts.`);
  return id;
}

/** Fields of the body that name a record. */
export function idsIn({ name, body }: Described): string[] {
  const within = special[name]?.ids;
  if (within) return within;
  return Object.entries(body?.properties ?? {}).flatMap(([field, schema]) => (isId(schema) ? [field] : []));
}

/** A body that the owner of all its ids could send. */
export function bodyOf({ name, body }: Described, aim: Aim, schemas: Schemas): unknown {
  if (!body) return undefined;
  const own = special[name];
  if (own) return own.body(aim);
  const field = (key: string, schema: Schema) => {
    if (isId(schema)) return fc.constant(idOf(key, aim));
    return key in meaningful ? fc.constant(meaningful[key]) : undefined;
  };
  return fc.sample(fromSchema(body, { schemas, whole: true, field }), { numRuns: 1, seed: 7 })[0];
}

/** Values of fields that must mean more than their schema says. */
const meaningful: Readonly<Record<string, unknown>> = {
  archived: false,
  startsAt: '2027-07-01T10:00:00Z',
  endsAt: '2027-07-01T12:00:00Z',
  zone: 'Europe/Oslo',
  locale: 'nb-NO',
  currency: 'NOK',
  color: '#123456',
  businessHours: { weekdays: [1, 2, 3], from: '10:00', to: '15:00', holidays: [] },
  name: 'A name',
  title: 'A title',
  number: 'A number',
  firstName: 'A name',
  email: 'somebody@people.test',
  password: 'a long enough password',
  role: 'member',
  kind: 'portrait',
  stage: 'editing',
  message: 'A message',
  stepId: 'over',
  host: 'smtp.mailed.test',
  // What is archived is not written with.
  // Written as source: nothing of it names a record.
  blocks: null,
};

const sendMail = (aim: Aim) => ({
  ...kinds.sendMail.defaults('hello'),
  template: idOf('template', aim),
});

const document = (aim: Aim) => ({
  cueline: 1,
  name: 'A name',
  definition: { ...blankDefinition(), steps: [sendMail(aim)] },
  templates: [{ id: idOf('template', aim), name: 'A template' }],
});

const mailContent = { subject: 'A subject', html: '<p>A text</p>' };

const letter = (aim: Aim) => ({
  about: { type: 'booking', id: idOf('bookingId', aim) },
  from: { type: 'staff', id: idOf('staffId', aim) },
  brandId: idOf('brandId', aim),
  templateId: idOf('templateId', aim),
  content: mailContent,
});
const draftContent = {
  blocks: null,
  to: [{ address: 'somebody@people.test', name: '' }],
  from: { type: 'brand' },
  category: 'transactional',
  templateId: null,
  subject: 'A subject',
  html: '<p>A text</p>',
  sendAt: null,
};

/** Bodies whose schema leaves their inside open. */
const aboutBooking = (aim: Aim) => ({ record: { type: 'booking', id: idOf('bookingId', aim) } });

const special: Readonly<Record<string, { ids: string[]; body: (aim: Aim) => unknown }>> = {
  recordEvents: {
    ids: ['bookingId'],
    body: (aim) => ({
      specversion: '1.0',
      id: 'sealed',
      source: 'calendar',
      type: 'booking.confirmed',
      subject: `booking/${idOf('bookingId', aim)}`,
    }),
  },
  actOnMail: {
    ids: ['messageId'],
    body: (aim) => ({
      ...{ id: randomUUID(), do: { action: 'read' } },
      of: { messageIds: [idOf('messageId', aim)] },
    }),
  },
  controlRuns: {
    ids: [],
    body: (aim) => ({ action: 'pause', runIds: [idOf('runId', aim)] }),
  },
  editWorkflow: {
    ids: [],
    body: (aim) => ({
      operations: [{ type: 'insertStep', slot: { parent: null, index: 0 }, step: sendMail(aim) }],
    }),
  },
  publishWorkflow: { ids: [], body: () => ({ note: 'A note', enrol: 'all' }) },
  rehearseWorkflow: {
    ids: ['bookingId'],
    body: (aim) => ({ record: { type: 'booking', id: idOf('bookingId', aim) } }),
  },
  uploadFile: { ids: [], body: () => ({ name: 'pixel.png', data: pixel }) },
  releaseSends: { ids: ['sendId'], body: (aim) => ({ ids: [idOf('sendId', aim)] }) },
  skipSends: { ids: ['sendId'], body: (aim) => ({ ids: [idOf('sendId', aim)] }) },
  sendMail: {
    ids: ['bookingId', 'staffId', 'brandId', 'templateId'],
    body: (aim) => ({ ...letter(aim), id: randomUUID(), to: [{ address: 'somebody@people.test' }] }),
  },
  previewMail: {
    ids: ['bookingId', 'staffId', 'brandId'],
    body: letter,
  },
  createMailDraft: {
    ids: ['bookingId'],
    body: (aim) => ({
      id: randomUUID(),
      about: { type: 'booking', id: idOf('bookingId', aim) },
      content: draftContent,
    }),
  },
  connectMailbox: {
    ids: ['smtpAccountId', 'brandId'],
    body: (aim) => ({
      ...{ address: 'another@mailed.test', host: 'imap.mailed.test', port: 993, security: 'tls' },
      ...{ username: 'another', smtpAccountId: idOf('smtpAccountId', aim), brandId: idOf('brandId', aim) },
    }),
  },
  updateMailFolder: { ids: [], body: () => ({ role: 'sent', isSynced: true }) },
  linkThread: { ids: ['bookingId'], body: aboutBooking },
  answerThreadQuestion: { ids: ['bookingId'], body: aboutBooking },
  mergeThread: { ids: ['into'], body: (aim) => ({ into: idOf('into', aim) }) },
  splitThread: { ids: ['messageId'], body: (aim) => ({ messageId: idOf('messageId', aim) }) },
  answerNewContact: { ids: [], body: () => ({ accept: false }) },
  createNote: {
    ids: ['bookingId'],
    body: (aim) => ({ about: { type: 'booking', id: idOf('bookingId', aim) }, text: 'A note' }),
  },
  saveMailDraft: { ids: [], body: () => ({ content: draftContent }) },
  sendTestMail: {
    ids: ['clientId'],
    body: (aim) => ({ id: randomUUID(), event: 'booking.created', clientId: idOf('clientId', aim) }),
  },
  approve: { ids: [], body: () => ({ mail: mailContent }) },
  previewApprovalMail: { ids: [], body: () => ({ mail: mailContent }) },
  backtestWorkflow: { ids: [], body: () => ({ days: 7 }) },
  migrateRuns: { ids: [], body: () => ({ dryRun: true, all: true }) },
  importWorkflow: { ids: [], body: (aim) => document(aim) },
  importDraft: { ids: [], body: (aim) => document(aim) },
  replaceDraft: {
    ids: [],
    body: (aim) => ({
      definition: {
        ...blankDefinition(),
        trigger: { ...blankDefinition().trigger, brands: [idOf('brandId', aim)] },
        steps: [sendMail(aim)],
      },
    }),
  },
};
