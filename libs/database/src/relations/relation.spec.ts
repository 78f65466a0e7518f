import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SubjectType } from '@cueline/workflows';
import { databaseSuite } from '../database-suite.fixture.js';
import { makeStudio } from '../studio.fixture.js';
import { anyEvent, eventsOfRun } from './events-of-run.sql.js';
import { partOf, subjectKinds, upwards } from './relation.js';
import { runsOfEvents } from './runs-of-events.sql.js';

describe('the order of kinds', () => {
  it('puts each after those that are part of it, and the client last', () => {
    for (const { from, to } of partOf) expect(upwards.indexOf(from)).toBeLessThan(upwards.indexOf(to));
    expect(upwards.at(-1)).toBe('client');
    expect([...upwards].sort()).toEqual([...subjectKinds].sort());
  });
});

describe('runs and events', () => {
  const suite = databaseSuite();

  /** A client with one record of each kind that belong to one another, and a second one like it. */
  async function recordsOf(studioId: string, brandId: string, clientId: string) {
    const { prisma } = suite.database;
    const of = { studioId, brandId, clientId };
    const now = new Date();
    const project = await prisma.project.create({ data: { ...of, name: 'P' } });
    const booking = await prisma.booking.create({
      data: { ...of, projectId: project.id, title: 'B', kind: 'wedding', startsAt: now, endsAt: now },
    });
    const invoice = await prisma.invoice.create({
      data: { ...of, bookingId: booking.id, number: randomUUID(), currency: 'EUR', totalMinor: 1n },
    });
    const task = await prisma.task.create({ data: { ...of, bookingId: booking.id, title: 'T' } });
    const inquiry = await prisma.inquiry.create({
      data: { ...of, name: 'I', email: 'i@b.test', message: '' },
    });
    const texts = { messageId: randomUUID(), fromAddress: 'a@b.test', subject: '', text: '', html: '' };
    const message = await prisma.message.create({
      data: { ...of, ...texts, direction: 'incoming', occurredAt: now },
    });
    return {
      client: clientId,
      project: project.id,
      booking: booking.id,
      invoice: invoice.id,
      task: task.id,
      inquiry: inquiry.id,
      message: message.id,
    } satisfies Record<SubjectType, string>;
  }

  const event = (studioId: string, subjectType: string, subjectId: string) =>
    suite.database.prisma.event.create({
      data: {
        studioId,
        source: 'spec',
        sourceId: randomUUID(),
        type: 'form.answered',
        subjectType,
        subjectId,
        occurredAt: new Date(),
      },
    });

  it('find each other by the same relations from both ends', async () => {
    const { prisma, pool } = suite.database;
    const { studio, brand, client } = await makeStudio(prisma, 'relations');
    const of = { studioId: studio.id, brandId: brand.id };
    const other = await prisma.client.create({ data: { ...of, firstName: 'Other' } });
    const mine = await recordsOf(studio.id, brand.id, client.id);
    const theirs = await recordsOf(studio.id, brand.id, other.id);
    const workflow = await prisma.workflow.create({
      data: { studioId: studio.id, name: 'W', description: '', draft: {} },
    });
    const version = await prisma.workflowVersion.create({
      data: { studioId: studio.id, workflowId: workflow.id, number: 1, definition: {} },
    });
    const names = new Map<string, string>();
    for (const [subjectType, subjectId] of Object.entries(mine)) {
      const began = await event(studio.id, subjectType, subjectId);
      const run = await prisma.run.create({
        data: {
          id: randomUUID(),
          studioId: studio.id,
          workflowId: workflow.id,
          versionId: version.id,
          eventId: began.id,
          eventSeq: began.seq,
          engine: 1,
          subjectType,
          subjectId,
          clientId: client.id,
          reentryKey: randomUUID(),
        },
      });
      names.set(run.id, `run of ${subjectType}`);
    }
    for (const records of [mine, theirs])
      for (const [subjectType, subjectId] of Object.entries(records)) {
        const one = await event(studio.id, subjectType, subjectId);
        names.set(one.id, records === mine ? subjectType : `other ${subjectType}`);
      }
    const pairs = async (sql: string, values: unknown[]) => {
      const { rows } = await pool.query<{ run: string; event: string }>(sql, values);
      const named = rows.map(({ run, event: one }) => `${names.get(run)} hears of ${names.get(one)}`);
      return named.filter((one) => !one.includes('undefined')).sort();
    };
    const fromEvents = await pairs(
      `WITH ${runsOfEvents('e.studio_id = $1')} SELECT id AS run, event_id AS event FROM signalled WHERE seq > event_seq`,
      [studio.id],
    );
    const fromRuns = await pairs(
      `SELECT r.id AS run, e.id AS event FROM runs r, LATERAL ${eventsOfRun('r', anyEvent)} e WHERE r.studio_id = $1`,
      [studio.id],
    );
    expect(fromEvents).toEqual(fromRuns);
    expect(fromRuns.filter((one) => one.startsWith('run of booking '))).toEqual(
      ['booking', 'client', 'invoice', 'message', 'project', 'task'].map(
        (one) => `run of booking hears of ${one}`,
      ),
    );
    expect(fromRuns.filter((one) => one.startsWith('run of invoice '))).toEqual(
      ['client', 'invoice', 'message'].map((one) => `run of invoice hears of ${one}`),
    );
    expect(fromRuns.filter((one) => one.includes('other'))).toEqual([]);
  });
});
