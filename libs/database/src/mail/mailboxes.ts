import { createHash, randomUUID } from 'node:crypto';
import type { Queryable } from '../client/statement.js';
import { Credentials } from '../credentials/credentials.js';
import type { KeyRing } from '../credentials/key-ring.js';
import type { FolderRole, MailAuth } from '../generated/client.js';
import type { MailProvider } from '../senders/smtp-accounts.sql.js';
import * as sql from './mailboxes.sql.js';

/** A mailbox as its owner describes it. */
export interface NewMailbox extends sql.MailboxPlace {
  readonly brandId: string;
  readonly auth: MailAuth;
  readonly provider: MailProvider | null;
  /** A password of its own, or the secret of the account that sends from the same address. */
  readonly secret: { readonly password: string } | { readonly credentialId: string };
}

export interface MailboxChange extends sql.MailboxPlace {
  /** Undefined leaves the secret as it is. */
  readonly password?: string | undefined;
}

export interface FolderChange {
  readonly isSynced?: boolean | undefined;
  readonly role?: FolderRole | null | undefined;
}

/** The settings of mailboxes, and what people see of them. Workers hear of each change. On a transaction where several statements belong together. */
export class Mailboxes {
  readonly #credentials: Credentials;

  constructor(
    private readonly on: Queryable,
    ring: KeyRing,
  ) {
    this.#credentials = new Credentials(on, ring);
  }

  list(studioId: string, brandId: string | null = null): Promise<sql.MailboxView[]> {
    return sql.listMailboxes.rows(this.on, { studioId, id: null, brandId });
  }

  find(studioId: string, id: string): Promise<sql.MailboxView | undefined> {
    return sql.listMailboxes.first(this.on, { studioId, id, brandId: null });
  }

  /** @returns its id; undefined where the studio has this mailbox already */
  async create(studioId: string, { secret, ...mailbox }: NewMailbox): Promise<string | undefined> {
    const isThere = (await this.list(studioId)).some((one) => isSame(one, mailbox));
    if (isThere) return undefined;
    const credentialId =
      'credentialId' in secret ? secret.credentialId : await this.#seal(studioId, secret.password);
    for (const id of [idOf(studioId, mailbox), randomUUID()])
      if ((await sql.insertMailbox.run(this.on, { ...mailbox, studioId, id, credentialId })) > 0) return id;
    return undefined;
  }

  /** @returns false when somebody has changed it meanwhile */
  async update(
    studioId: string,
    before: sql.MailboxView,
    { password, ...change }: MailboxChange,
  ): Promise<boolean> {
    const { id, revision } = before;
    const credentialId =
      password !== undefined && before.credentialId === null
        ? await this.#seal(studioId, password)
        : before.credentialId;
    if ((await sql.updateMailbox.run(this.on, { ...change, studioId, id, revision, credentialId })) === 0)
      return false;
    if (password !== undefined && before.credentialId !== null)
      await this.#credentials.replace(studioId, before.credentialId, password);
    return true;
  }

  async wake(studioId: string, id: string): Promise<void> {
    await sql.wakeMailbox.run(this.on, { studioId, id });
  }

  async pause(studioId: string, id: string): Promise<void> {
    await sql.pauseMailbox.run(this.on, { studioId, id });
  }

  async resume(studioId: string, id: string): Promise<void> {
    await sql.resumeMailbox.run(this.on, { studioId, id });
  }

  /** The password, or what an OAuth 2 sign-in gave: to be used at once and not kept. */
  async secretOf(studioId: string, { credentialId }: sql.MailboxView) {
    return credentialId === null ? undefined : this.#credentials.open(studioId, credentialId);
  }

  /**
   * What was read out of it stays; nothing more is read.
   * @returns false when somebody has changed it meanwhile
   */
  async remove(studioId: string, { id, revision, credentialId }: sql.MailboxView): Promise<boolean> {
    if ((await sql.deleteMailbox.run(this.on, { studioId, id, revision })) === 0) return false;
    if (credentialId !== null) await this.#credentials.remove(studioId, credentialId);
    return true;
  }

  folders(studioId: string, mailboxId: string): Promise<sql.MailFolderView[]> {
    return sql.viewFolders.rows(this.on, { studioId, mailboxId });
  }

  /** @returns false where the mailbox has no such folder */
  async setFolder(studioId: string, mailboxId: string, id: string, change: FolderChange): Promise<boolean> {
    const before = (await this.folders(studioId, mailboxId)).find((one) => one.id === id);
    if (!before) return false;
    const { role = before.role, isSynced = before.isSynced } = change;
    if (role !== null && role !== before.role)
      await sql.clearFolderRole.run(this.on, { studioId, mailboxId, role });
    const isRoleByHand = before.isRoleByHand || change.role !== undefined;
    await sql.updateFolder.run(this.on, { studioId, mailboxId, id, role, isRoleByHand, isSynced });
    await this.wake(studioId, mailboxId);
    return true;
  }

  journal(studioId: string, mailboxId: string) {
    return sql.listJournal.rows(this.on, { studioId, mailboxId });
  }

  quarantined(studioId: string, mailboxId: string) {
    return sql.listQuarantined.rows(this.on, { studioId, mailboxId });
  }

  #seal(studioId: string, password: string): Promise<string> {
    return this.#credentials.create(studioId, { kind: 'password', secret: password, expiresAt: null });
  }
}

type Named = Pick<sql.MailboxPlace, 'address' | 'host' | 'port' | 'username'>;

const isSame = (a: Named, b: Named): boolean =>
  a.host === b.host &&
  a.port === b.port &&
  a.username.toLowerCase() === b.username.toLowerCase() &&
  a.address.toLowerCase() === b.address.toLowerCase();

/** One that is connected again after it was removed has the id that it had: its correspondence knows it by that, and none of it comes twice. */
function idOf(studioId: string, { address, host, port, username }: Named): string {
  const name = [studioId, address.toLowerCase(), host, port, username.toLowerCase()].join('\n');
  const hash = createHash('sha256').update(name).digest('hex');
  // RFC 9562 5.8: of our own making.
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
