import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { kinds, describeReason, type Step } from '@cueline/workflows';
import { caughtMails } from '@cueline/testkit/api-client';
import { automationOf, type Automation } from '@cueline/testkit/automation';
import { pauseAll, SESSION, waitStep, type Run } from '@cueline/testkit/booked-runs';
import { Stack } from '@cueline/testkit/stack';
import { signIn } from '@cueline/testkit/test-api';
import { until } from '@cueline/testkit/until';

jest.setTimeout(300_000);

let stack: Stack;
let database: pg.Pool;
/** Whose runs are poisoned, and a studio beside it. */
let bad: Automation;
let good: Automation;
let badStudio: string;

const rows = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await database.query<Row>(sql, values)).rows;

beforeAll(async () => {
  stack = await Stack.start();
  database = new pg.Pool({ connectionString: stack.urls.database, max: 4 });
  database.on('error', () => undefined);
  const owner = await signIn(stack, 'owner@sample.cueline.test', stack.ownerPassword);
  bad = automationOf(owner);
  await pauseAll(bad);
  badStudio = (await rows<{ id: string }>('SELECT id FROM studios'))[0]!.id;
  // The same owner has another studio, which the API names by a header.
  const goodStudio = randomUUID();
  await rows(
    `WITH s AS (INSERT INTO studios (id, slug, name, updated_at) VALUES ($1, 'beside', 'Beside', now()) RETURNING id),
      b AS (INSERT INTO brands (id, studio_id, name, slug, is_default, zone, locale, currency, updated_at)
        SELECT gen_random_uuid(), id, 'Beside', 'beside', true, 'Europe/Berlin', 'en-GB', 'EUR', now() FROM s)
     INSERT INTO members (id, studio_id, user_id, role) SELECT gen_random_uuid(), s.id, u.id, 'owner' FROM s, users u`,
    goodStudio,
  );
  good = automationOf({
    send: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      owner.send(method, path, body, { ...headers, 'x-cueline-studio': goodStudio }),
  } as typeof owner);
}, 120_000);
afterAll(async () => {
  await database?.end();
  await stack?.stop();
});

const SLOT = { startsAt: SESSION, endsAt: '2027-06-12T21:00:00Z' };

/** A client and a booking of a kind of its own. */
async function book(of: Automation, kind: string, firstName: string, email: string): Promise<string> {
  const clientId = await of.made('clients', { firstName, email });
  return of.made('bookings', { clientId, title: kind, kind, ...SLOT });
}

const published = (of: Automation, kind: string, ...steps: Step[]): Promise<string> =>
  of.published(kind, 'booking.created', steps, {}, { field: 'booking.kind', op: 'is', value: kind });

async function mailStep(of: Automation, subject = 'Hello', html = '<p>Hello</p>'): Promise<Step> {
  const template = await of.made('templates', { name: randomUUID(), subject, html });
  return { ...kinds.sendMail.defaults('work'), template };
}

const runsOf = async (workflow: string): Promise<Run[]> =>
  (await bad.said<{ items: Run[] }>('GET', `runs?workflowId=${workflow}&limit=100`)).items;

const isMailed = (to: string) => async (): Promise<boolean> =>
  (await caughtMails(stack)).items.some((mail) => mail.to.includes(to));

/** Books in the other studio, and says how many milliseconds later the mail is there. */
async function mailedWithin(nth: number): Promise<number> {
  const to = `alma-${nth}@beside.test`;
  await book(good, 'beside', 'Alma', to);
  const since = Date.now();
  await until('the mail is there', isMailed(to));
  return Date.now() - since;
}

/** A step that is put off may rest for a minute before it is tried again by itself. */
const comesTo = (id: string, status: Run['status'], stepId?: string) =>
  until(
    `it is ${status}`,
    async () => {
      const run = await bad.said<Run>('GET', `runs/${id}`);
      return run.status === status && (stepId === undefined || run.currentStepId === stepId);
    },
    120_000,
  );

/** Four at the same moment. */
async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

const PER_KIND = 15;
const work = <Kind extends keyof typeof kinds>(kind: Kind) => kinds[kind].defaults('work');

/** A kind of step, what the database says of what it writes, and what becomes of its run. */
interface Poison {
  readonly step: Step;
  readonly refuses: { readonly table: string; readonly when: string; readonly state: string };
  readonly becomes: Run['status'];
  readonly code?: string;
}

/** What the database refuses from now on, and by which of PostgreSQL's codes. */
const refuse = ({ refuses: { table, when, state } }: Poison, name: string) =>
  database.query(`
  CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF ${when} THEN RAISE EXCEPTION 'poisoned' USING ERRCODE = '${state}'; END IF; RETURN NEW; END $$;
  CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`);

async function poisons(): Promise<Record<string, Poison>> {
  const target = await bad.published('Asked for', 'booking.rescheduled', [waitStep('rest', 1, 'days')]);
  const ours = `NEW.studio_id = '${badStudio}'`;
  const failed = (step: Step, table: string, when: string, state: string, code: string): Poison => ({
    step,
    refuses: { table, when, state },
    becomes: 'failed',
    code,
  });
  const location = { field: 'location', op: 'set', value: 'Poison' } as const;
  const decide: Step = {
    ...work('decide'),
    paths: [
      {
        id: 'yes',
        name: 'Yes',
        when: { field: 'booking.status', op: 'is', value: 'tentative' },
        steps: [{ ...kinds.end.defaults('over'), reason: 'x' }],
      },
      { id: 'otherwise', steps: [] },
    ],
  };
  return {
    mail: failed(
      await mailStep(bad),
      'sends',
      `NEW.to_address LIKE 'poison_mail-%'`,
      '22P02',
      'failure.text',
    ),
    notice: failed(
      { ...work('notifyStaff'), subject: 'About {{ client.firstName }}', text: 'x' },
      'sends',
      `NEW.purpose = 'notice' AND ${ours}`,
      'XX000',
      'failure.product',
    ),
    task: failed(
      { ...work('createTask'), title: 'Call {{ client.firstName }}' },
      'tasks',
      `NEW.title = 'Call Poisoned'`,
      '22008',
      'failure.date',
    ),
    update: failed(
      { ...work('updateRecord'), record: 'booking', set: [location] },
      'bookings',
      `NEW.location = 'Poison'`,
      '23514',
      'failure.rule',
    ),
    webhook: failed(
      { ...work('callWebhook'), url: 'https://hooks.example.com/x', fields: [] },
      'webhook_deliveries',
      ours,
      '22003',
      'failure.number',
    ),
    start: failed(
      { ...work('startWorkflow'), workflow: target },
      'events',
      `NEW.type = 'workflow.requested'`,
      '54000',
      'failure.tooLarge',
    ),
    // A decision has no effect that could fail: what it came to is written as far as the database takes it.
    decide: {
      step: decide,
      refuses: {
        table: 'run_steps',
        when: `NEW.kind = 'decide' AND NEW.outcome IS NOT NULL AND ${ours}`,
        state: '23502',
      },
      becomes: 'completed',
    },
    busy: {
      step: await mailStep(bad),
      refuses: { table: 'sends', when: `NEW.to_address LIKE 'poison_busy-%'`, state: '40001' },
      becomes: 'waiting',
      code: 'later.busy',
    },
  };
}

describe('a studio whose runs are poisoned', () => {
  it('costs the others no second, and each of its runs fails with its reason or says what it waits for', async () => {
    const all = Object.entries(await poisons()).map(([name, poison]) => ({
      ...poison,
      kind: `poison_${name}`,
    }));
    const workflows = new Map<string, string>();
    for (const poison of all) {
      await refuse(poison, poison.kind);
      workflows.set(poison.kind, await published(bad, poison.kind, poison.step));
    }
    await published(good, 'beside', await mailStep(good, 'Beside'));
    await mailedWithin(0);

    const poisoned: { readonly kind: string; readonly clientId: string }[] = [];
    const clients = all.flatMap(({ kind }) => Array.from({ length: PER_KIND }, (_, i) => ({ kind, i })));
    await inLanes(clients, async ({ kind, i }) => {
      const client = { firstName: 'Poisoned', email: `${kind}-${i}@clients.test` };
      poisoned.push({ kind, clientId: await bad.made('clients', client) });
    });
    let booked = false;
    const booking = inLanes(poisoned, ({ kind, clientId }) =>
      bad.made('bookings', { clientId, title: kind, kind, ...SLOT }),
    ).finally(() => (booked = true));
    const took: number[] = [];
    for (let after = 0; after < 4; after += booked ? 1 : 0) took.push(await mailedWithin(took.length + 1));
    await booking;
    expect(took.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...took)).toBeLessThan(2_000);

    for (const { kind, becomes, code } of all) {
      const workflow = workflows.get(kind)!;
      await until(`each of ${kind} is ${becomes}`, async () => {
        const runs = await runsOf(workflow);
        return runs.length === PER_KIND && runs.every(({ status }) => status === becomes);
      });
      if (!code) continue;
      for (const { reason, nextAt } of await runsOf(workflow)) {
        expect(reason).toBe(describeReason({ code }, 'en')[0]);
        expect(nextAt === null).toBe(becomes === 'failed');
      }
    }

    const open = await rows<{ id: string }>(
      'SELECT id FROM runs WHERE studio_id = $1 AND ended_at IS NULL',
      badStudio,
    );
    expect(open).toHaveLength(PER_KIND * (all.length - 1));
    await bad.said('POST', 'runs/actions', { action: 'stop', runIds: open.map(({ id }) => id) });
    const ended = 'SELECT count(*)::int AS n FROM runs WHERE studio_id = $1 AND ended_at IS NOT NULL';
    await until(
      'all have ended',
      async () => (await rows<{ n: number }>(ended, badStudio))[0]!.n === PER_KIND * all.length,
    );
    for (const { kind, refuses } of all) await database.query(`DROP TRIGGER ${kind} ON ${refuses.table}`);
  });

  it('takes what is requested of a run while a row that it needs is locked, and goes on by itself when it is free', async () => {
    const kind = 'locked';
    const change = { field: 'company', op: 'set', value: 'Here' } as const;
    const update: Step = { ...work('updateRecord'), record: 'client', set: [change] };
    const workflow = await published(bad, kind, update, waitStep('rest', 1, 'days'));
    const clients: string[] = [];
    for (let i = 0; i < 5; i++) clients.push(await bad.made('clients', { firstName: `Locked ${i}` }));
    const holder = new pg.Client({ connectionString: stack.urls.database });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      // As whoever changes a client holds it; a booking may be made of it all the same.
      await holder.query('SELECT 1 FROM clients WHERE id = ANY($1) FOR NO KEY UPDATE', [clients]);
      for (const clientId of clients) await bad.made('bookings', { clientId, title: kind, kind, ...SLOT });
      const busy = describeReason({ code: 'later.busy' }, 'en')[0];
      await until('all say why they wait', async () => {
        const runs = await runsOf(workflow);
        return runs.length === clients.length && runs.every(({ reason }) => reason === busy);
      });
      const ids = (await runsOf(workflow)).map(({ id }) => id);
      const [stopped, skipped, paused, forced, left] = ids as [string, string, string, string, string];
      await bad.said('POST', `runs/${stopped}/stop`);
      await bad.said('POST', `runs/${skipped}/skip`, { stepId: 'work' });
      await bad.said('POST', `runs/${paused}/pause`);
      for (const action of ['force', 'retry', 'force']) await bad.said('POST', `runs/${forced}/${action}`);
      await comesTo(stopped, 'stopped');
      await comesTo(skipped, 'waiting', 'rest');
      await comesTo(paused, 'paused', 'work');
      await holder.query('ROLLBACK');
      await comesTo(forced, 'waiting', 'rest');
      await comesTo(left, 'waiting', 'rest');
      await bad.said('POST', `runs/${paused}/resume`);
      await comesTo(paused, 'waiting', 'rest');
    } finally {
      await holder.end();
    }
  });

  it('has a run fail by data that cannot be used, and all others carried out, whatever is in their texts', async () => {
    const letters = '{{ client.firstName | first }}{{ client.firstName | last }}';
    const task = {
      ...work('createTask'),
      title: `${letters}, {{ booking.startsAt }}`,
      due: { amount: 3, unit: 'days' },
    } as const;
    const mail = { ...(await mailStep(bad, `Odd ${letters}`)), id: 'mail' };
    const workflow = await published(bad, 'odd', task, mail);
    const names = Object.keys(odd);
    for (const name of names) {
      const { firstName = 'Mara', zone = 'Europe/Berlin', locale = 'de-DE', hours = {} } = odd[name]!;
      const brandId = randomUUID();
      await rows(
        `INSERT INTO brands (id, studio_id, name, slug, zone, locale, currency, business_hours, updated_at)
         VALUES ($1, $2, $3, $3, $4, $5, 'EUR', $6, now())`,
        ...[brandId, badStudio, name, zone, locale, JSON.stringify(hours)],
      );
      const clientId = await bad.made('clients', { firstName: 'Mara', email: `${name}@odd.test`, brandId });
      await rows('UPDATE clients SET first_name = $2 WHERE id = $1', clientId, firstName);
      await bad.made('bookings', { clientId, brandId, title: name, kind: 'odd', ...SLOT });
    }
    await until('none is under way', async () => {
      const runs = await runsOf(workflow);
      return runs.length === names.length && runs.every(({ status }) => /completed|failed/.test(status));
    });
    const failed = (await runsOf(workflow)).filter(({ status }) => status === 'failed');
    expect(failed.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('There is no time zone "".'),
      expect.stringContaining('There is no time zone "Nowhere/Here".'),
    ]);
    // What was at fault is put right, and the step tried again.
    await rows(`UPDATE brands SET zone = 'Europe/Berlin' WHERE studio_id = $1`, badStudio);
    for (const { id } of failed) await bad.said('POST', `runs/${id}/retry`);
    for (const { id } of failed) await comesTo(id, 'completed');
    for (const name of names) expect(await isMailed(`${name}@odd.test`)()).toBe(true);
  });
});

/** What older versions, or whoever writes to the database directly, may have left there. */
const odd: Readonly<Record<string, { firstName?: string; zone?: string; locale?: string; hours?: unknown }>> =
  {
    emoji: { firstName: '😀Mara😀' },
    family: { firstName: '👨‍👩‍👧' },
    marks: { firstName: 'Z\u0351\u036b\u0353\u036aA' },
    lines: { firstName: 'Mara\r\nBcc: eve@odd.test' },
    controls: { firstName: '\u0001\u200b\u202eMara\ufffe' },
    long: { firstName: 'Mära 😀 '.repeat(30_000) },
    // Read by some programs and not by PostgreSQL; by none; nothing.
    abbreviated: { zone: 'BET' },
    nowhere: { zone: 'Nowhere/Here' },
    empty: { zone: '' },
    language: { locale: 'xx-' },
    hours: { hours: { mon: 'x', days: 3 } },
    list: { hours: [] },
  };
