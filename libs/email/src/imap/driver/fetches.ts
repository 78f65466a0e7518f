import type { FetchQueryObject, ImapFlow, FetchMessageObject } from 'imapflow';
import { uidSetOf, type AnswerTo, type ServerAsk, type UidSet } from '../core/index.js';
import { contentRowOf, flagRowOf, headerRowOf, ranges, surveyRowOf } from './rows.js';

type Ask<Kind extends ServerAsk['ask']> = Extract<ServerAsk, { ask: Kind }>;

const isRow = <Row>(row: Row | undefined): row is Row => row !== undefined;

/** All of it is read before anything else is sent: a command inside of a FETCH would wait for itself. */
async function read<Row>(
  client: ImapFlow,
  range: string,
  query: FetchQueryObject,
  rowOf: (mail: FetchMessageObject) => Row | undefined,
  options: { readonly uid: boolean; readonly changedSince?: bigint } = { uid: true },
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const mail of client.fetch(range, query, options)) {
    const row = rowOf(mail);
    if (isRow(row)) rows.push(row);
  }
  return rows;
}

async function readAll<Row>(
  client: ImapFlow,
  set: UidSet,
  query: FetchQueryObject,
  rowOf: (mail: FetchMessageObject) => Row | undefined,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const range of ranges(set)) rows.push(...(await read(client, range, query, rowOf)));
  return rows;
}

const countIn = (client: ImapFlow): number => (client.mailbox ? client.mailbox.exists : 0);

export async function flags(client: ImapFlow, of: Ask<'flags'>['of']): Promise<AnswerTo<'flags'>> {
  const query = { uid: true, flags: true };
  const rowOf = (mail: FetchMessageObject) =>
    mail.uid && mail.flags ? flagRowOf(mail.uid, mail.flags, mail.modseq) : undefined;
  // `*` names a last mail, which an empty folder lacks.
  if (countIn(client) === 0) return { saw: 'flags', rows: [] };
  if (of === 'all') return { saw: 'flags', rows: await read(client, '1:*', query, rowOf) };
  if ('since' in of) {
    const since = { uid: true, changedSince: BigInt(of.since) };
    return { saw: 'flags', rows: await read(client, '1:*', query, rowOf, since) };
  }
  if ('uids' in of) return { saw: 'flags', rows: await readAll(client, of.uids, query, rowOf) };
  const first = Math.max(1, countIn(client) - of.newest + 1);
  return { saw: 'flags', rows: await read(client, `${first}:*`, query, rowOf, { uid: false }) };
}

export async function survey(client: ImapFlow, of: Ask<'survey'>['of']): Promise<AnswerTo<'survey'>> {
  const query = { uid: true, flags: true, internalDate: true, size: true };
  if ('uids' in of) return { saw: 'survey', rows: await readAll(client, of.uids, query, surveyRowOf) };
  return { saw: 'survey', rows: await read(client, `${of.from}:*`, query, surveyRowOf) };
}

export async function uids(client: ImapFlow, by: 'search' | 'fetch'): Promise<AnswerTo<'uids'>> {
  const found = by === 'search' && (await client.search({ all: true }, { uid: true }));
  // Refused, it says false: an empty answer would be another one.
  if (found) return { saw: 'uids', uids: uidSetOf(found), exists: countIn(client) };
  const rows = countIn(client) === 0 ? [] : await read(client, '1:*', { uid: true }, ({ uid }) => uid);
  return { saw: 'uids', uids: uidSetOf(rows), exists: countIn(client) };
}

export const headers = async (client: ImapFlow, set: UidSet): Promise<AnswerTo<'headers'>> => ({
  saw: 'headers',
  rows: await readAll(client, set, { uid: true, headers: true }, headerRowOf),
});

/** PEEK: reading a mail does not mark it as read. */
export const bodies = async (client: ImapFlow, set: UidSet): Promise<AnswerTo<'bodies'>> => ({
  saw: 'bodies',
  rows: await readAll(client, set, { uid: true, source: true }, contentRowOf),
});
