import { describe, expect, it } from '@jest/globals';
import { UnknownSubjectsError } from '@cueline/database';
import { addDuration, describeReason } from '@cueline/workflows';
import { failureOf, MissingRowError, temporary } from './failure.js';

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};
const coded = (code: string, message = 'said') => Object.assign(new Error(message), { code });

describe('what an error of PostgreSQL means', () => {
  it.each([
    // Of a value: it fails until a person changes it.
    ['22P02', 'failure.text'],
    ['22P05', 'failure.text'],
    ['22021', 'failure.text'],
    ['22001', 'failure.tooLarge'],
    ['22003', 'failure.number'],
    ['22012', 'failure.number'],
    ['22007', 'failure.date'],
    ['22008', 'failure.date'],
    ['22009', 'failure.zone'],
    ['22023', 'failure.value'],
    ['22000', 'failure.value'],
    ['2203A', 'failure.value'],
    ['42804', 'failure.value'],
    ['42846', 'failure.value'],
    // Of a rule.
    ['23502', 'failure.rule'],
    ['23503', 'failure.recordMissing'],
    ['23505', 'failure.rule'],
    ['23514', 'failure.rule'],
    ['23P01', 'failure.rule'],
    ['44000', 'failure.rule'],
    // Of its size.
    ['54000', 'failure.tooLarge'],
    ['54001', 'failure.tooLarge'],
    // Of the product.
    ['42601', 'failure.product'],
    ['42P18', 'failure.product'],
    ['21000', 'failure.product'],
    ['25P02', 'failure.product'],
    ['P0001', 'failure.product'],
    ['XX000', 'failure.product'],
    ['ZZ999', 'failure.product'],
  ])('%s is %s, for good', (code, reason) => {
    const failure = failureOf(coded(code));
    expect(failure).toEqual({ type: 'permanent', reason: { code: reason, params: {} } });
    expect(describeReason(failure.reason, 'en')[0]).toMatch(/^[A-Z].+\.$/);
  });

  it.each([
    // Others are at work on the same rows, or on the same machine.
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['55006', 'busy'],
    ['57014', 'busy'],
    ['53100', 'busy'],
    ['53200', 'busy'],
    ['25P03', 'busy'],
    // Nobody is there, or lets nobody in.
    ['08000', 'database'],
    ['08003', 'database'],
    ['08006', 'database'],
    ['08P01', 'database'],
    ['57P01', 'database'],
    ['57P02', 'database'],
    ['57P03', 'database'],
    ['57P05', 'database'],
    ['58030', 'database'],
    ['28000', 'database'],
    ['28P01', 'database'],
    ['3D000', 'database'],
    ['53300', 'database'],
    ['25006', 'database'],
    // A worker that is newer or older than the tables.
    ['42P01', 'database'],
    ['42703', 'database'],
    ['42883', 'database'],
    ['0A000', 'database'],
    ['26000', 'database'],
  ])('%s may pass (%s)', (code, cause) => {
    const failure = failureOf(coded(code));
    expect(failure).toEqual({ type: 'temporary', cause, reason: { code: `later.${cause}`, params: {} } });
    expect(describeReason(failure.reason, 'en')[0]).toMatch(/^[A-Z].+\.$/);
  });

  it.each([
    ['22023', 'time zone "Nowhere/Here" not recognized', { zone: 'Nowhere/Here' }],
    ['22007', 'invalid input syntax for type timestamp: time zone "X/Y" not recognized', { zone: 'X/Y' }],
    ['22023', 'invalid value for parameter "TimeZone": "BET"', {}],
  ])('%s of a zone is said to be of one: %s', (code, message, params) => {
    const { reason } = failureOf(coded(code, message));
    expect(reason).toEqual({ code: 'failure.zone', params });
    for (const zone of Object.values(params)) expect(describeReason(reason, 'en')[0]).toContain(`“${zone}”`);
  });
});

describe('what another error means', () => {
  const away = { ...temporary('database'), away: true };

  it.each([
    ['a zone', () => new Intl.DateTimeFormat('en', { timeZone: 'Nowhere/Here' }), 'failure.zone'],
    [
      'no currency',
      () => new Intl.NumberFormat('en', { style: 'currency', currency: 'E' }),
      'failure.currency',
    ],
    ['no language', () => new Intl.NumberFormat('x'), 'failure.locale'],
    ['no date', () => new Date(NaN).toISOString(), 'failure.date'],
    ['a date in words', () => new Intl.DateTimeFormat('en').format(new Date(NaN)), 'failure.date'],
    ['a text without end', () => 'x'.repeat(2 ** 30), 'failure.tooLarge'],
    ['a list without end', () => Object.assign([], { length: -1 }), 'failure.tooLarge'],
    ['a number of digits', () => (1).toFixed(1_000), 'failure.product'],
    ['what is not there', () => Object.keys(JSON.parse('null') as object), 'failure.product'],
    ['no JSON', () => JSON.parse('{') as unknown, 'failure.product'],
    [
      'the engine’s own time',
      () => addDuration('2027-01-01T00:00:00Z', { amount: 1, unit: 'days' }, 'X'),
      'time.badZone',
    ],
  ])('%s fails for good', (_of, work, code) => {
    expect(failureOf(thrown(work))).toMatchObject({ type: 'permanent', reason: { code } });
  });

  it.each([
    ['a row', new MissingRowError('no run')],
    ['what an event is about', new UnknownSubjectsError([0])],
  ])('%s that is missing is said to be', (_what, error) => {
    expect(failureOf(error)).toEqual({
      type: 'permanent',
      reason: { code: 'failure.recordMissing', params: {} },
    });
  });

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETDOWN',
  ])('%s on the way to the database may pass', (code) => {
    expect(failureOf(coded(code))).toEqual(away);
    expect(failureOf(new AggregateError([coded(code), coded(code)]))).toEqual(away);
    expect(failureOf(new Error(`connect ${code} 127.0.0.1:5432`))).toEqual(away);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout expired',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'Query read timeout',
    'The server does not support SSL connections',
  ])('“%s” may pass', (message) => {
    expect(failureOf(new Error(message))).toEqual(away);
  });

  it.each([
    [undefined],
    [null],
    ['a text'],
    [7],
    [{}],
    [{ code: 7 }],
    [new Error('What is this?')],
    [new AggregateError([])],
  ])('what nobody knows is the product’s own: %j', (error) => {
    expect(failureOf(error)).toEqual({ type: 'permanent', reason: { code: 'failure.product', params: {} } });
  });

  it('quotes nothing of what it met', () => {
    const about = 'invalid input syntax for type json: "Mara Albers, mara@clients.test"';
    expect(JSON.stringify(failureOf(coded('22P02', about)))).not.toContain('Mara');
  });
});
