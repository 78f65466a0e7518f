import type { CopyResponseObject, ImapFlow } from 'imapflow';
import {
  uidSetOf,
  uidValidityOf,
  type AnswerTo,
  type Mark,
  type ServerAsk,
  type Uid,
  type UidSet,
} from '../core/index.js';
import { ranges } from './rows.js';
import type { ServerText } from './server-text.js';

type Ask<Kind extends ServerAsk['ask']> = Extract<ServerAsk, { ask: Kind }>;
const byUid = { uid: true } as const;

/** Never closed: CLOSE removes what others have marked as deleted. Another folder is opened instead, or the connection ends. */
export async function select(client: ImapFlow, path: string): Promise<AnswerTo<'selected'>> {
  const { uidValidity, readOnly, permanentFlags } = await client.mailboxOpen(path, { readOnly: false });
  const keeps = permanentFlags ? [...permanentFlags] : null;
  return {
    saw: 'selected',
    folder: { uidValidity: uidValidityOf(uidValidity), isReadOnly: readOnly === true, keeps },
  };
}

/** So many at most are looked at: a server that answers everything is no help. */
const MOST_HITS = 50;

/** Servers differ on what a SEARCH of a header finds, so each hit is read. */
export async function search(client: ImapFlow, { header, value }: Mark): Promise<AnswerTo<'found'>> {
  // What was put there just now is told first.
  await client.noop();
  const hits = await client.search({ header: { [header]: value.replace(/^<|>$/g, '') } }, byUid);
  if (!hits || hits.length === 0) return { saw: 'found', uids: [] };
  const found: Uid[] = [];
  const newest = uidSetOf(hits.slice(-MOST_HITS));
  for (const range of ranges(newest))
    for await (const { uid, headers } of client.fetch(range, { uid: true, headers: [header] }, byUid))
      if (headers && valuesOf(headers).includes(value)) found.push(uid);
  return { saw: 'found', uids: uidSetOf(found) };
}

const valuesOf = (headers: Buffer): string[] =>
  headers
    .toString('utf8')
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.slice(line.indexOf(':') + 1).trim());

export async function store(
  client: ImapFlow,
  { uids, add, remove: removed }: Ask<'store'>,
  said: ServerText,
): Promise<AnswerTo<'stored'>> {
  for (const range of ranges(uids)) {
    if (add.length > 0) await said.of(client.messageFlagsAdd(range, [...add], byUid));
    if (removed.length > 0) await said.of(client.messageFlagsRemove(range, [...removed], byUid));
  }
  return { saw: 'stored' };
}

/** Without MOVE the library would copy, and expunge whatever is marked: that is not asked of it. */
export function move(
  client: ImapFlow,
  { uids, path }: Ask<'move'>,
  said: ServerText,
): Promise<AnswerTo<'transferred'>> {
  if (!client.capabilities.has('MOVE')) throw new Error('This server has no MOVE.');
  return transfer(uids, (range) => said.of(client.messageMove(range, path, byUid)));
}

export const copy = (
  client: ImapFlow,
  { uids, path }: Ask<'copy'>,
  said: ServerText,
): Promise<AnswerTo<'transferred'>> =>
  transfer(uids, (range) => said.of(client.messageCopy(range, path, byUid)));

async function transfer(
  set: UidSet,
  one: (range: string) => Promise<CopyResponseObject>,
): Promise<AnswerTo<'transferred'>> {
  const uids: [Uid, Uid][] = [];
  let uidValidity: bigint | undefined;
  for (const range of ranges(set)) {
    const answer = await one(range);
    uidValidity ??= answer.uidValidity;
    if (answer.uidMap) uids.push(...answer.uidMap);
  }
  return {
    saw: 'transferred',
    uids,
    uidValidity: uidValidity === undefined ? null : uidValidityOf(uidValidity),
  };
}

/** Without UIDPLUS the library would expunge all that is marked, whoever marked it: then these are only marked. */
export async function remove(
  client: ImapFlow,
  { uids, andExpunge }: Ask<'remove'>,
  said: ServerText,
): Promise<AnswerTo<'removed'>> {
  for (const range of ranges(uids)) {
    if (andExpunge && client.capabilities.has('UIDPLUS')) await said.of(client.messageDelete(range, byUid));
    else await said.of(client.messageFlagsAdd(range, ['\\Deleted'], byUid));
  }
  return { saw: 'removed' };
}

export async function append(
  client: ImapFlow,
  { path, bytes, flags, date }: Ask<'append'>,
  said: ServerText,
): Promise<AnswerTo<'appended'>> {
  // In a folder that is open for reading alone the library would leave the flags out.
  if (client.mailbox && client.mailbox.path === path && client.mailbox.readOnly) await select(client, path);
  const { uid, uidValidity } = await said.of(client.append(path, bytes, [...flags], new Date(date)));
  return {
    saw: 'appended',
    uid: uidValidity === undefined ? null : (uid ?? null),
    uidValidity: uidValidity === undefined ? null : uidValidityOf(uidValidity),
  };
}

const alreadyExists = { responseStatus: 'NO', serverResponseCode: 'ALREADYEXISTS' };

export async function createFolder(client: ImapFlow, path: string): Promise<AnswerTo<'folderChanged'>> {
  const { created } = await client.mailboxCreate(path);
  if (!created) throw Object.assign(new Error(`${path} is there already.`), alreadyExists);
  return { saw: 'folderChanged' };
}

export async function renameFolder(
  client: ImapFlow,
  from: string,
  to: string,
): Promise<AnswerTo<'folderChanged'>> {
  await client.mailboxRename(from, to);
  return { saw: 'folderChanged' };
}
