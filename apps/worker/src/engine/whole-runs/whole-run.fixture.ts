import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  allPeople,
  decideApproval,
  factsOf,
  formatsOf,
  insertRunSignals,
  namedStaff,
  RunControls,
  suppressionAmong,
  Suppressions,
} from '@cueline/database';
import { fillText } from '@cueline/email';
import {
  rehearse,
  usualHours,
  type ControlChange,
  type Definition,
  type InjectedEvent,
  type Rehearsed,
  type Step,
} from '@cueline/workflows';
import {
  cases as workflowCases,
  injectedEventsOf,
  minutesAfter,
  type Case as WorkflowCase,
} from '@cueline/testkit/random-workflows';
import type { TestStudio } from '../../studio.fixture.js';
import { RunContextRepository } from '../record-context/run-context.repository.js';
import {
  effects,
  recordsOf,
  surroundings,
  withRealIds,
  type Surroundings,
} from '../activities/effects/equals-rehearsal.fixture.js';

export interface Case extends WorkflowCase {
  readonly around: Surroundings;
}

/** The last step of all: it meets what those before it have changed. */
const last = { id: 'last', kind: 'decide', paths: [{ id: 'otherwise', steps: [] }] } as const;

export const cases: fc.Arbitrary<Case> = fc
  .tuple(workflowCases(effects), surroundings)
  .map(([one, around]) => ({ ...one, around }));

type Control = Extract<InjectedEvent, { type: 'control' }>['control'];

/** With a server that is there in the place of the one that is not. */
const calling = (steps: readonly Step[], hook: string): readonly Step[] =>
  JSON.parse(JSON.stringify(steps).replaceAll('https://hooks.example.com/', hook)) as readonly Step[];

/** A run of a case in a studio's database, with records, a brand and a workflow of its own. */
export class WholeRun {
  readonly injectedEvents: InjectedEvent[];

  private constructor(
    private readonly studio: TestStudio,
    readonly one: Case,
    private readonly start: string,
    private readonly definition: Definition,
    private readonly ids: { readonly workflow: string; readonly client: string; readonly booking: string },
  ) {
    // A booking that is moved stays as long as it was.
    this.injectedEvents = injectedEventsOf(one, start).map((injected) => {
      const startsAt = injected.type === 'change' && injected.facts['booking']?.['startsAt'];
      if (typeof startsAt !== 'string') return injected;
      return { ...injected, facts: { booking: { startsAt, endsAt: minutesAfter(startsAt, 60) } } };
    });
  }

  /** Writes the records and the event; nothing is decided yet. @param hook the address that webhooks call, if they may call any */
  static async make(studio: TestStudio, one: Case, start: string, hook: string): Promise<WholeRun> {
    const { clientId: client, bookingId: booking, staff } = await recordsOf(studio, one.around);
    const brand = randomUUID();
    await studio.rows(
      `INSERT INTO brands (id, studio_id, name, slug, zone, locale, currency, updated_at)
       VALUES ($1, $2, 'Brand', $3, $4, 'en-GB', 'EUR', now())`,
      ...[brand, studio.id, brand, one.zone],
    );
    await studio.rows(
      'UPDATE clients SET brand_id = $2, zone = $3 WHERE id = $1',
      ...[client, brand, one.clientZone],
    );
    await studio.rows(
      'UPDATE bookings SET brand_id = $2, title = $3, kind = $4, starts_at = $5, ends_at = $6 WHERE id = $1',
      ...[booking, brand, booking, one.kind],
      ...[minutesAfter(start, one.sessionIn), minutesAfter(start, one.sessionIn + 60)],
    );
    const { exitOn, steps } = one.definition;
    const definition: Definition = withRealIds(
      {
        ...one.definition,
        trigger: {
          type: 'event',
          event: 'booking.created',
          reentry: 'every-time',
          when: { field: 'booking.title', op: 'is', value: booking },
        },
        exitOn,
        steps: [...calling(steps, hook), last],
      },
      studio.templateId,
      staff,
    );
    const { trigger, ...rest } = definition;
    if (trigger.type !== 'event') throw new Error('It starts by an event.');
    const workflow = await studio.workflow({ ...rest, trigger });
    await studio.event('booking.created', booking);
    return new WholeRun(studio, one, start, definition, { workflow, client, booking });
  }

  /** Once it is decided on. */
  async id(): Promise<string> {
    const rows = await this.studio.rows<{ id: string }>(
      'SELECT id FROM runs WHERE workflow_id = $1',
      this.ids.workflow,
    );
    return rows[0]!.id;
  }

  /** By the records as they are now: before it begins. @param allow hosts that webhooks may call */
  async rehearsed(allow: ReadonlySet<string>): Promise<Rehearsed> {
    const { studio, one, start, definition, injectedEvents } = this;
    const { pool } = studio;
    const before = await new RunContextRepository(pool).load(studio.id, await this.id(), '', 0);
    const formats = formatsOf(before);
    const suppressed = await new Suppressions(pool, studio.id).among(['jo@studio.test', 'office@lab.test']);
    return rehearse({
      definition,
      event: 'booking.created',
      start,
      facts: factsOf(before),
      calendar: { zone: one.zone, hours: usualHours },
      clientZone: one.clientZone,
      injectedEvents,
      ports: {
        people: await allPeople(pool, studio.id, this.ids.booking),
        staff: await namedStaff.rows(pool, { studioId: studio.id }),
        optedOut: one.around.optedOut,
        suppression: (address, category) => suppressionAmong(suppressed, address, category),
        webhookAllow: allow,
        fill: (line, text, data) => fillText(line, text, { data, formats, clock: () => performance.now() }),
      },
    });
  }

  /** Lets one thing happen, as the API would write it. */
  async suffer(injected: InjectedEvent): Promise<void> {
    const { studio, ids } = this;
    switch (injected.type) {
      case 'event':
        return this.#happen(injected);
      case 'change':
        for (const [record, fields] of Object.entries(injected.facts)) {
          const [table, id] = record === 'client' ? ['clients', ids.client] : ['bookings', ids.booking];
          const set = Object.keys(fields).map((field, i) => `${columns[field]!} = $${i + 2}`);
          await studio.rows(
            `UPDATE ${table} SET ${set.join(', ')} WHERE id = $1`,
            ...[id, ...Object.values(fields)],
          );
        }
        return;
      case 'answer': {
        const runId = await this.id();
        const [open] = await studio.rows<{ id: string }>(
          `SELECT id FROM approvals WHERE run_id = $1 AND state = 'waiting' ORDER BY requested_at DESC LIMIT 1`,
          runId,
        );
        if (!open) return;
        const by = { note: '', actorId: 'kim', actorName: 'Kim' };
        const decision = { studioId: studio.id, id: open.id, state: injected.answer, mail: null, ...by };
        await decideApproval.run(studio.pool, decision);
        const signals = [{ runId, kind: 'recheck', payload: {} }];
        await insertRunSignals.run(studio.pool, { studioId: studio.id, signals });
        return;
      }
      case 'control':
        return this.#control(injected.control);
    }
  }

  async #happen({ event, facts }: Extract<InjectedEvent, { type: 'event' }>): Promise<void> {
    const { studio, ids } = this;
    switch (event) {
      case 'mail.replied': {
        const id = randomUUID();
        await studio.rows(
          `INSERT INTO messages (id, studio_id, brand_id, direction, client_id, message_id, from_address, to_addresses, subject, text, html, occurred_at)
           VALUES ($1, $2, $3, 'incoming', $4, '<reply@clients.test>', 'mara@clients.test', '{}', 'Re', $5, '', now())`,
          ...[id, studio.id, studio.brandId, ids.client, facts?.['message']?.['text']],
        );
        await studio.event(event, id, {}, 'message');
        return;
      }
      case 'form.answered':
        await studio.event(event, ids.client, { form: 'Form', answers: {} }, 'client');
        return;
      case 'booking.cancelled':
        await studio.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, ids.booking);
        await studio.event(event, ids.booking);
        return;
      default:
        throw new Error(`How does ${event} happen?`);
    }
  }

  async #control({ type, ...payload }: Control): Promise<void> {
    const { studio } = this;
    const change = {
      params: {},
      signal: { kind: type, payload },
      ...(type === 'pause' && { pause: 'person' }),
      ...(type === 'resume' && { resume: true }),
      ...(type === 'stop' && {
        pause: 'stop',
        mails: { of: 'all', to: 'suppressed', reason: 'stopped.byPerson' },
      }),
    } as ControlChange;
    const by = { type: 'user', id: 'kim', name: 'Kim' };
    await new RunControls(studio.pool, studio.id).write([{ runId: await this.id(), ...change }], {
      by,
      action: type,
      note: '',
    });
  }

  async close(): Promise<void> {
    await this.studio.rows(`UPDATE workflows SET state = 'archived' WHERE id = $1`, this.ids.workflow);
  }
}

const columns: Readonly<Record<string, string>> = {
  email: 'email',
  kind: 'kind',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
};
