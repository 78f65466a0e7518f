import type { SuppressedAddress } from '@cueline/database';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { NoticeRecipient, Recipient, Step } from '@cueline/workflows';
import type { TestStudio } from '../../../studio.fixture.js';

interface Person {
  readonly email: string | null;
  readonly isArchived: boolean;
}

type ListedAddress = Pick<SuppressedAddress, 'address' | 'scope' | 'reason'>;

/** A booking with the people around it. */
export interface Surroundings {
  readonly email: string | null;
  readonly optedOut: boolean;
  readonly company: string | null;
  readonly status: 'tentative' | 'confirmed' | 'completed';
  readonly staff: readonly Person[];
  readonly vendors: readonly Person[];
}

/** What is so of the whole studio. */
export interface OfStudio {
  /** Addresses of its owner and of another member. */
  readonly members: readonly string[];
  /** On the list: an address with its reason and scope. */
  readonly listed: readonly ListedAddress[];
}

/** And a step that is carried out for it. */
export interface Case extends Surroundings, OfStudio {
  readonly step: Step;
}

const email = fc.constantFrom(
  'mara@clients.test',
  'Office@Lab.test',
  'office@lab.test',
  'jo@studio.test',
  'no',
  null,
);
const people = fc.array(fc.record({ email, isArchived: fc.boolean() }), { maxLength: 3 });
const recipient = fc.constantFrom<Recipient>(
  { role: 'client' },
  { role: 'vendors' },
  { role: 'staff' },
  { role: 'inquirer' },
  { role: 'address', address: 'desk@example.test' },
  { role: 'address', address: 'Mara <mara@clients.test>' },
);
const colleague = fc.constantFrom<NoticeRecipient>(
  { role: 'owner' },
  { role: 'members' },
  { role: 'staff' },
  { role: 'address', address: 'mara@clients.test' },
);
const line = fc.constantFrom(
  'Call {{ client.firstName }}',
  '{{ booking.title }}',
  '{{ client.company }}',
  '{{ client.',
);
const value = fc.constantFrom('vip', '{{ client.company }}', 'Lindqvist & Co', '');

/** Stands in a step for the first, second or third of the case's staff, until they are made. */
const named = ['S0', 'S1', 'S2'];

const mail: fc.Arbitrary<Step> = fc
  .record({ to: recipient, category: fc.constantFrom('transactional' as const, 'marketing' as const) })
  .map((more): Step => ({ id: 'step', kind: 'sendMail', template: null, from: { type: 'brand' }, ...more }));

/** What a step may do, but mails. */
export const effects: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ to: colleague, subject: line, text: line })
    .map((more): Step => ({ id: 'step', kind: 'notifyStaff', ...more })),
  fc
    .record({
      title: line,
      assignee: fc.oneof(
        fc.constantFrom({ role: 'owner' as const }, { role: 'staff' as const }),
        fc.constantFrom(...named, null).map((id) => ({ role: 'member' as const, id })),
      ),
    })
    .map((more): Step => ({ id: 'step', kind: 'createTask', ...more })),
  fc.tuple(fc.constantFrom('add' as const, 'remove' as const), value).map(([op, given]): Step => ({
    id: 'step',
    kind: 'updateRecord',
    record: 'client',
    set: [{ field: 'tags', op, value: given }],
  })),
  value.map((given): Step => ({
    id: 'step',
    kind: 'updateRecord',
    record: 'client',
    set: [{ field: 'company', op: 'set', value: given }],
  })),
  fc.constantFrom('confirmed', 'completed', 'cancelled', 'nothing').map((to): Step => ({
    id: 'step',
    kind: 'updateRecord',
    record: 'booking',
    set: [{ field: 'status', op: 'set', value: to }],
  })),
  fc.constantFrom<Step>(
    {
      id: 'step',
      kind: 'updateRecord',
      record: 'invoice',
      set: [{ field: 'status', op: 'set', value: 'void' }],
    },
    { id: 'step', kind: 'startWorkflow', workflow: null },
    { id: 'step', kind: 'callWebhook', url: 'https://hooks.example.com/', fields: [] },
    { id: 'step', kind: 'callWebhook', url: 'https://10.0.0.1/', fields: [] },
    { id: 'step', kind: 'callWebhook', url: ' ', fields: [] },
  ),
);

const listed: fc.Arbitrary<ListedAddress> = fc.record({
  address: fc.constantFrom('mara@clients.test', 'office@lab.test', 'kim@studio.test'),
  scope: fc.constantFrom('marketing', 'all'),
  reason: fc.constantFrom('unsubscribed', 'bounced', 'complained', 'manual'),
});

const around = {
  email,
  optedOut: fc.boolean(),
  company: fc.constantFrom('Lindqvist & Co', null),
  status: fc.constantFrom('tentative' as const, 'confirmed' as const, 'completed' as const),
  staff: people,
  vendors: people,
};
export const surroundings: fc.Arbitrary<Surroundings> = fc.record(around);

export const cases: fc.Arbitrary<Case> = fc.record({
  ...around,
  listed: fc.uniqueArray(listed, { maxLength: 2, selector: ({ address }) => address }),
  members: fc.constantFrom(['kim@studio.test', 'jo@studio.test'], ['kim@studio.test', 'mara@clients.test']),
  step: fc.oneof({ arbitrary: mail, weight: 1 }, { arbitrary: effects, weight: 4 }),
});

/** A step, or a definition, with what the studio has in the place of what stands for it. */
export const withRealIds = <Given>(given: Given, template: string, staff: readonly string[]): Given =>
  JSON.parse(
    named.reduce(
      (json, name, i) => json.replaceAll(`"id":"${name}"`, `"id":"${staff[i] ?? randomUUID()}"`),
      JSON.stringify(given).replaceAll('"template":null', `"template":"${template}"`),
    ),
  ) as Given;

/** The records of a case, in the studio's database. */
export async function recordsOf(
  studio: TestStudio,
  one: Surroundings,
): Promise<{ readonly clientId: string; readonly bookingId: string; readonly staff: readonly string[] }> {
  const staff: string[] = [];
  const clientId = await studio.client();
  await studio.rows(
    'UPDATE clients SET email = $2, company = $3, marketing_opt_out_at = $4 WHERE id = $1',
    clientId,
    one.email,
    one.company,
    one.optedOut ? new Date() : null,
  );
  const bookingId = await studio.booking({ clientId });
  await studio.rows('UPDATE bookings SET status = $2::booking_status WHERE id = $1', bookingId, one.status);
  for (const [i, { email: address, isArchived }] of one.staff.entries()) {
    const id = randomUUID();
    staff.push(id);
    await studio.rows(
      `INSERT INTO staff (id, studio_id, first_name, last_name, email, archived_at, updated_at) VALUES ($1, $2, $3, 'Staff', $4, $5, now())`,
      ...[id, studio.id, `S${i}`, address, isArchived ? new Date() : null],
    );
    await studio.rows(
      'INSERT INTO booking_staff (studio_id, booking_id, staff_id) VALUES ($1, $2, $3)',
      studio.id,
      bookingId,
      id,
    );
  }
  for (const [i, { email: address, isArchived }] of one.vendors.entries()) {
    const id = randomUUID();
    await studio.rows(
      `INSERT INTO vendors (id, studio_id, name, email, archived_at, updated_at) VALUES ($1, $2, $3, $4, $5, now())`,
      ...[id, studio.id, `V${i}`, address, isArchived ? new Date() : null],
    );
    await studio.rows(
      'INSERT INTO booking_vendors (studio_id, booking_id, vendor_id) VALUES ($1, $2, $3)',
      studio.id,
      bookingId,
      id,
    );
  }
  return { clientId, bookingId, staff };
}

/** These members, and these addresses on the list, and no more. */
export async function makeOfStudio(
  studio: TestStudio,
  { members, listed: entries }: OfStudio,
): Promise<void> {
  await studio.rows('DELETE FROM suppressions');
  for (const { address, scope, reason } of entries)
    await studio.rows(
      `INSERT INTO suppressions (id, studio_id, address, scope, reason) VALUES (gen_random_uuid(), $1, $2, $3::suppression_scope, $4::suppression_reason)`,
      ...[studio.id, address, scope, reason],
    );
  await studio.rows('DELETE FROM members WHERE studio_id = $1', studio.id);
  for (const [i, address] of members.entries()) {
    const id = randomUUID();
    await studio.rows(
      `INSERT INTO users (id, name, email, updated_at) VALUES ($1, $2, $3, now()) ON CONFLICT (email) DO NOTHING`,
      ...[id, `M${i}`, address],
    );
    await studio.rows(
      `INSERT INTO members (id, studio_id, user_id, role) SELECT gen_random_uuid(), $1, id, $3::member_role FROM users WHERE email = $2`,
      ...[studio.id, address, i === 0 ? 'owner' : 'member'],
    );
  }
}
