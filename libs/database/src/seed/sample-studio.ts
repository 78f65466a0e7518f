import { createHash } from 'node:crypto';
import { addressKey } from '@cueline/workflows/locale';
import { hashPassword } from 'better-auth/crypto';
import type { PrismaClient } from '../generated/client.js';
import { seedId } from './ids.js';
import { sampleTemplates } from './templates.js';
import { sampleDefinition, sampleWorkflow } from './workflow.js';

export interface SampleOptions {
  /** By which the owner signs in; another one than at an earlier start takes its place. */
  readonly ownerEmail: string;
  readonly ownerPassword: string;
  /** Domain of the platform's own addresses. */
  readonly mailDomain: string;
  /** The full text of an API key to be known from the start. */
  readonly apiKey?: string;
  readonly now: Date;
}

const studioId = seedId('studio');
const brandId = seedId('brand');
const DAY_MS = 86_400_000;

/** Makes the sample studio, or leaves it as it is: what an owner has changed since is not touched. */
export async function seedSampleStudio(prisma: PrismaClient, options: SampleOptions): Promise<void> {
  await studio(prisma, options);
  await owner(prisma, options);
  await people(prisma);
  await templatesAndWorkflow(prisma);
  await records(prisma, options.now);
  if (options.apiKey) await apiKey(prisma, options.apiKey);
}

async function studio(prisma: PrismaClient, { mailDomain, ownerEmail }: SampleOptions): Promise<void> {
  await prisma.studio.upsert({
    where: { id: studioId },
    update: {},
    create: { id: studioId, slug: 'sunday', name: 'Sunday Studio' },
  });
  const brand = {
    studioId,
    name: 'Sunday Studio',
    slug: 'sunday',
    isDefault: true,
    color: '#3b5bdb',
    signature: 'Sunday Studio\nPhotography for weddings, families and work',
    zone: 'Europe/Berlin',
    locale: 'en-GB',
    currency: 'EUR',
    replyTo: addressKey(ownerEmail),
  };
  await prisma.brand.upsert({ where: { id: brandId }, update: {}, create: { id: brandId, ...brand } });
  const sender = {
    studioId,
    brandId,
    kind: 'platform' as const,
    fromName: 'Sunday Studio',
    address: `studio-sunday@${mailDomain}`,
  };
  const senderId = seedId('sender');
  await prisma.sender.upsert({ where: { id: senderId }, update: {}, create: { id: senderId, ...sender } });
}

async function owner(prisma: PrismaClient, { ownerEmail, ownerPassword }: SampleOptions): Promise<void> {
  const userId = seedId('owner');
  const email = addressKey(ownerEmail);
  await prisma.user.upsert({
    where: { id: userId },
    update: { email },
    create: { id: userId, name: 'Robin Sunday', email, emailVerified: true },
  });
  const accountId = seedId('owner account');
  const known = await prisma.authAccount.findUnique({ where: { id: accountId } });
  if (!known) {
    const password = await hashPassword(ownerPassword);
    await prisma.authAccount.create({
      data: { id: accountId, accountId: userId, providerId: 'credential', userId, password },
    });
  }
  const memberId = seedId('owner member');
  await prisma.member.upsert({
    where: { id: memberId },
    update: {},
    create: { id: memberId, studioId, userId, role: 'owner' },
  });
}

async function people(prisma: PrismaClient): Promise<void> {
  const clients = [
    { firstName: 'Mara', lastName: 'Lindqvist', email: 'mara@clients.test', tags: ['wedding'] },
    { firstName: 'Tomas', lastName: 'Brandt', email: 'tomas@clients.test', tags: ['family', 'returning'] },
    {
      firstName: 'Ines',
      lastName: 'Okafor',
      email: 'ines@clients.test',
      company: 'Okafor Ceramics',
      tags: ['commercial'],
    },
  ];
  for (const client of clients) {
    const id = seedId(`client ${client.email}`);
    await prisma.client.upsert({ where: { id }, update: {}, create: { id, studioId, brandId, ...client } });
  }
  const vendorId = seedId('vendor florist');
  const vendor = { studioId, name: 'Fern & Stem', trade: 'Florist', email: 'hello@fern.test' };
  await prisma.vendor.upsert({ where: { id: vendorId }, update: {}, create: { id: vendorId, ...vendor } });
  const staffId = seedId('staff jo');
  const staff = {
    studioId,
    firstName: 'Jo',
    lastName: 'Albers',
    position: 'Second photographer',
    email: 'jo@sunday.test',
  };
  await prisma.staff.upsert({ where: { id: staffId }, update: {}, create: { id: staffId, ...staff } });
}

async function templatesAndWorkflow(prisma: PrismaClient): Promise<void> {
  for (const { key, ...template } of sampleTemplates) {
    const id = seedId(`template ${key}`);
    await prisma.template.upsert({ where: { id }, update: {}, create: { id, studioId, ...template } });
  }
  const id = seedId('workflow welcome');
  if (await prisma.workflow.findUnique({ where: { id } })) return;
  const versionId = seedId('workflow welcome version 1');
  const draft = JSON.parse(JSON.stringify(sampleDefinition)) as object;
  await prisma.$transaction([
    prisma.workflow.create({
      data: {
        id,
        studioId,
        ...sampleWorkflow,
        state: 'published',
        draft,
        publishedVersionId: versionId,
      },
    }),
    prisma.workflowVersion.create({
      data: { id: versionId, studioId, workflowId: id, number: 1, definition: draft, note: 'First version' },
    }),
    prisma.studio.update({ where: { id: studioId }, data: { automationRevision: { increment: 1 } } }),
  ]);
}

/** Records that were there before: no events, so nothing starts for them. */
async function records(prisma: PrismaClient, now: Date): Promise<void> {
  const at = (days: number, hour: number) => {
    const moment = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS + days * DAY_MS);
    moment.setUTCHours(hour);
    return moment;
  };
  const booking = (
    name: string,
    data: { clientId: string; title: string; kind: string; location: string; startsAt: Date; endsAt: Date },
  ) => {
    const id = seedId(`booking ${name}`);
    return prisma.booking.upsert({
      where: { id },
      update: {},
      create: { id, studioId, brandId, status: 'confirmed', ...data },
    });
  };
  const [mara, tomas] = [seedId('client mara@clients.test'), seedId('client tomas@clients.test')];
  await booking('wedding', {
    clientId: mara,
    title: 'Wedding of Mara and Elis',
    kind: 'wedding',
    location: 'Gut Sonnenhof',
    startsAt: at(60, 12),
    endsAt: at(60, 21),
  });
  await booking('family', {
    clientId: tomas,
    title: 'Family Brandt in the park',
    kind: 'family',
    location: 'Volkspark, east gate',
    startsAt: at(9, 8),
    endsAt: at(9, 10),
  });
  const invoiceId = seedId('invoice 1');
  const bookingId = seedId('booking wedding');
  const invoice = {
    studioId,
    brandId,
    clientId: mara,
    bookingId,
    number: '2027-001',
    status: 'issued' as const,
    currency: 'EUR',
    totalMinor: 240_000n,
    paidMinor: 80_000n,
  };
  await prisma.invoice.upsert({
    where: { id: invoiceId },
    update: {},
    create: { id: invoiceId, ...invoice, issuedOn: at(-10, 0), dueOn: at(20, 0) },
  });
  const inquiryId = seedId('inquiry 1');
  const inquiry = {
    studioId,
    brandId,
    name: 'Noor Haddad',
    email: 'noor@clients.test',
    kind: 'family',
    message: 'Do you have a free Saturday in May?',
  };
  await prisma.inquiry.upsert({
    where: { id: inquiryId },
    update: {},
    create: { id: inquiryId, ...inquiry },
  });
}

/** Every scope there is: the key runs each command of README and docs. A key of an earlier start gets what it lacks. */
const scopes = ['events:write', 'mail:write', 'mail:report'].concat(
  ['records', 'automation'].flatMap((room) => [`${room}:read`, `${room}:write`]),
);

async function apiKey(prisma: PrismaClient, key: string): Promise<void> {
  const id = seedId('api key');
  const hash = createHash('sha256').update(key).digest('hex');
  const known = { hash, prefix: key.slice(0, 8), scopes };
  const data = { studioId, name: 'Sample key', ...known };
  await prisma.apiKey.upsert({ where: { id }, update: known, create: { id, ...data } });
}
