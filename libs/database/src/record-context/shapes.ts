import type { SenderKind } from '../generated/client.js';
import {
  flag,
  jsonValue,
  moment,
  number,
  oneOf,
  optional,
  optionalMoment,
  optionalNumber,
  recordShape,
  string,
  strings,
  type RecordOf,
} from './fields.js';

/** What workflows know of each record. A day is a text like `2027-06-12`. */
export const client = recordShape({
  id: string,
  brandId: string,
  firstName: string,
  lastName: string,
  email: optional,
  phone: optional,
  company: optional,
  tags: strings,
  zone: optional,
  locale: optional,
  marketingOptOutAt: optionalMoment,
  createdAt: moment,
});

export const booking = recordShape({
  id: string,
  title: string,
  kind: string,
  status: string,
  startsAt: moment,
  endsAt: moment,
  location: string,
  calendarSequence: number,
  createdAt: moment,
  takenOver: flag,
});

export const inquiry = recordShape({
  id: string,
  name: string,
  email: string,
  phone: optional,
  kind: string,
  message: string,
  eventOn: optional,
  status: string,
  createdAt: moment,
  takenOver: flag,
});

export const project = recordShape({
  id: string,
  name: string,
  stage: string,
  dueOn: optional,
  galleryUrl: optional,
  createdAt: moment,
  takenOver: flag,
});

export const invoice = recordShape({
  id: string,
  number: string,
  status: string,
  currency: string,
  totalMinor: number,
  paidMinor: number,
  issuedOn: optional,
  dueOn: optional,
  createdAt: moment,
  takenOver: flag,
});

export const task = recordShape({
  id: string,
  title: string,
  notes: string,
  status: string,
  dueAt: optionalMoment,
  createdAt: moment,
  takenOver: flag,
});

export const message = recordShape({
  id: string,
  fromAddress: string,
  subject: string,
  text: string,
  /** What its writer added, without what it quotes; empty where nobody told it apart. */
  replyText: string,
  occurredAt: moment,
  createdAt: moment,
});

export const staff = recordShape({
  id: string,
  firstName: string,
  lastName: string,
  email: optional,
  position: string,
});

export const payment = recordShape({
  id: string,
  amountMinor: number,
  currency: string,
  method: string,
  receivedAt: moment,
});

export const brand = recordShape({
  id: string,
  name: string,
  color: string,
  signature: string,
  logoUrl: optional,
  legalFooter: string,
  zone: string,
  locale: string,
  currency: string,
  businessHours: jsonValue,
  replyTo: optional,
});

export const sender = recordShape({
  id: string,
  kind: oneOf<SenderKind>(),
  accountId: optional,
  /** Of the account's settings. */
  accountRevision: optionalNumber,
  fromName: string,
  address: string,
  replyTo: optional,
});

export type ClientRecord = RecordOf<typeof client>;
export type InquiryRecord = RecordOf<typeof inquiry>;
export type InvoiceRecord = RecordOf<typeof invoice>;
export type StaffRecord = RecordOf<typeof staff>;
