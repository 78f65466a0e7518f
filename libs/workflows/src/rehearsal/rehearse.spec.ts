import { describe, expect, it } from '@jest/globals';
import { sampleFacts } from '../catalogue/index.js';
import { blankDefinition, type Definition, type Step } from '../definition/index.js';
import { kinds, nobody } from '../kinds/index.js';
import { usualHours } from '../timing/index.js';
import { rehearse, samplePeople, type Rehearsal, type InjectedEvent, type RehearsalPorts } from './index.js';

const daysBefore = { amount: 3, unit: 'days', direction: 'before' } as const;

const START = '2027-05-03T08:00:00.000Z';
const SESSION = '2027-06-12T13:00:00.000Z';
const mail = (id: string): Step => kinds.sendMail.defaults(id);
const threeDaysBefore: Step = {
  id: 'near',
  kind: 'wait',
  until: { anchor: 'booking.startsAt', offset: daysBefore, at: '09:00', ifPast: 'skip-next' },
};

function rehearsed(
  steps: readonly Step[],
  injectedEvents: readonly InjectedEvent[] = [],
  more: Partial<Rehearsal> & { exitOn?: Definition['exitOn'] } = {},
) {
  const { exitOn = [], ...rest } = more;
  const facts = sampleFacts('booking.created');
  const { steps: line, end } = rehearse({
    definition: { ...blankDefinition(), exitOn, steps },
    event: 'booking.created',
    start: START,
    facts: { ...facts, booking: { ...facts['booking'], startsAt: SESSION } },
    calendar: { zone: 'Europe/Berlin', hours: usualHours },
    clientZone: null,
    injectedEvents,
    ports: {
      people: samplePeople,
      optedOut: false,
      fill: (line, text) => ({ ok: true, line, text }),
      webhookAllow: new Set(),
    },
    ...rest,
  });
  const summary = line.map(({ stepId, status, at, outcome, reason }) =>
    [stepId, status, at, outcome, status === 'skipped' ? reason?.code : undefined].filter(Boolean).join(' '),
  );
  return { summary, end, line };
}

describe('a rehearsal', () => {
  it('says at which instant each step would be done', () => {
    const { summary, end } = rehearsed([mail('welcome'), threeDaysBefore, mail('soon')]);
    expect(summary).toEqual([
      `welcome done ${START}`,
      'near done 2027-06-09T07:00:00.000Z',
      'soon done 2027-06-09T07:00:00.000Z',
    ]);
    expect(end).toEqual({ result: 'completed', at: '2027-06-09T07:00:00.000Z' });
  });

  it('moves with a booking that is moved, and shows the mail the facts of that moment', () => {
    const startsAt = '2027-07-12T13:00:00.000Z';
    const { summary, line } = rehearsed(
      [threeDaysBefore, mail('soon')],
      [{ at: '2027-05-20T10:00:00.000Z', type: 'change', facts: { booking: { startsAt } } }],
    );
    expect(summary).toEqual(['near done 2027-07-09T07:00:00.000Z', 'soon done 2027-07-09T07:00:00.000Z']);
    expect(line[1]!.facts['booking']).toMatchObject({ startsAt });
  });

  it('skips the next step when the moved moment is past', () => {
    const { summary } = rehearsed(
      [threeDaysBefore, mail('soon'), mail('always')],
      [
        {
          at: '2027-05-20T10:00:00.000Z',
          type: 'change',
          facts: { booking: { startsAt: '2027-05-21T10:00:00.000Z' } },
        },
      ],
    );
    expect(summary).toEqual([
      'near skipped 2027-05-20T10:00:00.000Z wait.past',
      'soon skipped 2027-05-20T10:00:00.000Z skip.past',
      'always done 2027-05-20T10:00:00.000Z',
    ]);
  });

  it('ends with the event that ends runs, in the middle of a wait', () => {
    const { summary, end } = rehearsed(
      [threeDaysBefore, mail('soon')],
      [{ at: '2027-05-20T10:00:00.000Z', type: 'event', event: 'booking.cancelled' }],
    );
    const reason = { code: 'exit.bookingCancelled', params: {} };
    expect(summary).toEqual([`near skipped 2027-05-20T10:00:00.000Z ${reason.code}`]);
    expect(end).toEqual({ result: 'exited', at: '2027-05-20T10:00:00.000Z', reason });
  });

  it('says at the wait that is cut short which event ended it', () => {
    const { line } = rehearsed(
      [threeDaysBefore, mail('soon')],
      [{ at: '2027-05-20T10:00:00.000Z', type: 'event', event: 'form.answered' }],
      { exitOn: [{ event: 'form.answered' }] },
    );
    expect(line[0]!.reason).toEqual({ code: 'exit.event', params: { event: 'form.answered' } });
  });

  const reply: Step = {
    id: 'reply',
    kind: 'waitForEvent',
    event: 'mail.replied',
    when: { field: 'message.text', op: 'contains', value: 'yes' },
    limit: { for: { amount: 3, unit: 'days' } },
    paths: [
      { id: 'happened', steps: [mail('thanks')] },
      { id: 'timedOut', steps: [mail('nudge')] },
    ],
  };
  const replies = (at: string, text: string): InjectedEvent => ({
    at,
    type: 'event',
    event: 'mail.replied',
    facts: { message: { text } },
  });

  it.each([
    [
      'the client replies',
      [replies('2027-05-04T10:00:00.000Z', 'no'), replies('2027-05-05T10:00:00.000Z', 'oh yes')],
      'thanks done 2027-05-05T10:00:00.000Z',
    ],
    [
      'the client replies something else',
      [replies('2027-05-04T10:00:00.000Z', 'no')],
      'nudge done 2027-05-06T08:00:00.000Z',
    ],
    ['nobody replies', [], 'nudge done 2027-05-06T08:00:00.000Z'],
  ])('takes the path of an answer when %s', (_, injectedEvents, last) => {
    expect(rehearsed([mail('ask'), reply], injectedEvents).summary.at(-1)).toBe(last);
  });

  it('counts an answer that comes during a wait after what it answers, and none from before that', () => {
    const rest: Step = { ...kinds.wait.defaults('rest'), for: { amount: 3, unit: 'days' } };
    const early = [replies('2027-05-04T10:00:00.000Z', 'yes')];
    expect(rehearsed([mail('ask'), rest, reply], early).summary.at(-1)).toBe(
      'thanks done 2027-05-06T08:00:00.000Z',
    );
    expect(rehearsed([rest, mail('ask'), reply], early).summary.at(-1)).toBe(
      'nudge done 2027-05-09T08:00:00.000Z',
    );
  });

  it('ends one wait with one answer, and the next with one that comes after it', () => {
    const again: Step = {
      ...reply,
      id: 'again',
      paths: [
        { id: 'happened', steps: [] },
        { id: 'timedOut', steps: [] },
      ],
    };
    const steps = [mail('ask'), { ...again, id: 'first' }, again] as const;
    const yes = ['2027-05-04T10:00:00.000Z', '2027-05-05T10:00:00.000Z'].map((at) => replies(at, 'yes'));
    expect(rehearsed(steps, yes.slice(0, 1)).summary.at(-1)).toBe(
      'again done 2027-05-07T10:00:00.000Z timedOut',
    );
    expect(rehearsed(steps, yes).summary.at(-1)).toBe('again done 2027-05-05T10:00:00.000Z happened');
  });

  it('stays at an approval that nobody gives, and goes on when somebody does', () => {
    const ask: Step = { ...kinds.approve.defaults('ask'), question: 'Fine?' };
    const day = '2027-05-04T09:00:00.000Z';
    expect(rehearsed([ask, mail('go')]).end).toMatchObject({ result: 'open' });
    const { summary } = rehearsed([ask, mail('go')], [{ at: day, type: 'answer', answer: 'approved' }]);
    expect(summary).toEqual([`ask done ${day} approved`, `go done ${day}`]);
  });

  it('holds each mail until somebody answers for it, and leaves out what is declined', () => {
    const looked = (id: string): Step => ({ ...kinds.sendMail.defaults(id), approval: {} });
    const steps = [looked('first'), looked('second'), looked('third')];
    const answer = (day: number, given: 'approved' | 'declined') =>
      ({ at: `2027-05-${10 + day}T10:00:00.000Z`, type: 'answer', answer: given }) as const;
    expect(rehearsed(steps, [answer(0, 'declined'), answer(1, 'approved')])).toMatchObject({
      summary: [
        'first skipped 2027-05-10T10:00:00.000Z mail.declined',
        'second done 2027-05-11T10:00:00.000Z',
        'third waiting 2027-05-11T10:00:00.000Z',
      ],
      end: { result: 'open' },
    });
  });

  const limited = (mailsPerDay: number, mailed: RehearsalPorts['mailed'] = []) => ({
    people: samplePeople,
    optedOut: false,
    fill: (line: string, text: string) => ({ ok: true, line, text }) as const,
    mailsPerDay,
    mailed,
  });

  it('delays what would be too many mails to one address in a day to the next, when the brand opens', () => {
    const { line } = rehearsed([mail('a'), mail('b'), mail('c'), mail('d')], [], { ports: limited(2) });
    expect(line.map(({ status, reason }) => [status, reason?.code])).toEqual(
      Array.from({ length: 4 }, () => ['done', 'send.sent']),
    );
    const days = line.map(({ at }) => at.slice(0, 10));
    expect(days[0]).toBe(days[1]);
    expect(days[2]! > days[1]!).toBe(true);
    expect(days[3]).toBe(days[2]);
  });

  it('counts what was sent to the address before on the same day, and what waits for a later one', () => {
    const on = (address: string, day: string, mails: number) => ({ address, day, mails });
    const day = START.slice(0, 10);
    const first = rehearsed([mail('a'), mail('b')], [], {
      ports: limited(2, [on('mara@example.test', day, 1), on('theo@example.test', day, 9)]),
    }).line;
    expect(first[1]!.at.slice(0, 10) > day).toBe(true);
    const second = rehearsed([mail('a'), mail('b')], [], {
      ports: limited(2, [
        on('mara@example.test', day, 1),
        on('mara@example.test', first[1]!.at.slice(0, 10), 2),
      ]),
    }).line;
    expect(second[1]!.at > first[1]!.at).toBe(true);
  });

  it('waits for a person where a week has no room', () => {
    const full = Array.from({ length: 10 }, (_, i) => ({
      address: 'mara@example.test',
      day: new Date(Date.parse(START) + i * 86_400_000).toISOString().slice(0, 10),
      mails: 1,
    }));
    const { line, end } = rehearsed([mail('a')], [], { ports: limited(1, full) });
    expect(line.at(-1)).toMatchObject({ status: 'waiting', reason: { code: 'hold.limit' } });
    expect(end.result).toBe('open');
  });

  it('changes its own world alone, and later steps see it', () => {
    const facts = sampleFacts('booking.created');
    const before = JSON.stringify(facts);
    const update: Step = {
      id: 'tag',
      kind: 'updateRecord',
      record: 'client',
      set: [{ field: 'tags', op: 'add', value: 'vip' }],
    };
    const which: Step = {
      id: 'which',
      kind: 'decide',
      paths: [
        { id: 'vip', when: { field: 'client.tags', op: 'includes', value: 'vip' }, steps: [] },
        { id: 'otherwise', steps: [] },
      ],
    };
    const { summary } = rehearsed([update, which], [], { facts });
    expect(summary).toEqual([`tag done ${START}`, `which done ${START} vip`]);
    expect(JSON.stringify(facts)).toBe(before);
  });

  it('leaves a mail waiting whose window opens while the run is paused', () => {
    const inWindow = { ...mail('welcome'), window: { hours: 'business', zone: 'brand' } } as const;
    const pause = { type: 'pause', reason: { code: 'stopped.byPerson' } } as const;
    const { summary, end } = rehearsed(
      [inWindow],
      [{ at: '2027-05-01T18:30:00.000Z', type: 'control', control: pause }],
      { start: '2027-05-01T18:00:00.000Z' },
    );
    expect(summary).toEqual([expect.stringMatching(/^welcome waiting /)]);
    expect(end.result).toBe('open');
  });

  it('gives a task to one of the staff, if they are there', () => {
    const task = (id: string): Step => ({
      ...kinds.createTask.defaults(id),
      title: 'Call',
      assignee: { role: 'member', id },
    });
    const ports = { people: samplePeople, optedOut: false, staff: [{ id: 'jo', name: 'Jo Albers' }] };
    const { line } = rehearsed([task('jo'), task('gone')], [], {
      ports: { ...ports, fill: (first, text) => ({ ok: true, line: first, text }) },
    });
    expect(line.map(({ reason }) => [reason!.code, reason!.params])).toEqual([
      ['task.created', { title: 'Call', person: 'Jo Albers' }],
      ['task.createdForNobody', { title: 'Call', person: null }],
    ]);
  });

  it('lets a person pause, skip and force', () => {
    const reason = { code: 'stopped.byPerson' } as const;
    const { summary } = rehearsed(
      [threeDaysBefore, mail('soon'), mail('last')],
      [
        {
          at: '2027-05-04T09:00:00.000Z',
          type: 'control',
          control: { type: 'skip', stepId: 'soon', reason },
        },
        {
          at: '2027-05-05T09:00:00.000Z',
          type: 'control',
          control: { type: 'force', stepId: 'near', visit: 1, reason },
        },
      ],
    );
    expect(summary).toEqual([
      'near done 2027-05-05T09:00:00.000Z',
      'soon skipped 2027-05-05T09:00:00.000Z stopped.byPerson',
      'last done 2027-05-05T09:00:00.000Z',
    ]);
  });

  it('sends nothing to whom it may not write, and says why', () => {
    const toVendors: Step = { ...kinds.sendMail.defaults('soon'), to: { role: 'vendors' } };
    const { summary } = rehearsed([toVendors], [], {
      ports: {
        people: nobody,
        optedOut: false,
        fill: (line, text) => ({ ok: true, line, text }),
        webhookAllow: new Set(),
      },
    });
    expect(summary).toEqual([`soon skipped ${START} recipient.none`]);
  });

  it('calls nobody, and goes on as if the webhook was taken', () => {
    const call = { ...kinds.callWebhook.defaults('call'), url: 'https://hooks.example.com:8443/cueline' };
    const { summary, line } = rehearsed([call, mail('soon')]);
    expect(summary).toEqual([`call done ${START}`, `soon done ${START}`]);
    expect(line[0]!.reason).toEqual({
      code: 'webhook.delivered',
      params: { host: 'hooks.example.com:8443' },
    });
  });

  it('stays at a webhook that would not be called', () => {
    const call = { ...kinds.callWebhook.defaults('call'), url: 'https://169.254.169.254/latest' };
    const { summary, end } = rehearsed([call, mail('soon')]);
    expect(summary).toEqual([`call failed ${START}`]);
    expect(end.result).toBe('open');
  });

  it('stays at a step that a real run would fail at', () => {
    const task: Step = { ...kinds.createTask.defaults('call'), title: ' ' };
    const { summary, end } = rehearsed([task, mail('soon')], [], {
      ports: {
        people: samplePeople,
        optedOut: false,
        fill: (line, text) => ({ ok: true, line: line.trim(), text }),
        webhookAllow: new Set(),
      },
    });
    expect(summary).toEqual([`call failed ${START}`]);
    expect(end.result).toBe('open');
  });
});
