import { randomUUID } from 'node:crypto';
import type { Queryable } from '../client/statement.js';
import type { CredentialKind } from '../generated/client.js';
import * as sql from './credentials.sql.js';
import type { KeyRing, SealedPlace } from './key-ring.js';

/** A secret as it is used: never returned by the API, never logged, never kept. */
export interface Secret {
  readonly kind: CredentialKind;
  readonly secret: string;
  readonly expiresAt: Date | null;
}

/** The row of `credentials` that a secret is sealed for. */
export const placeOf = (studioId: string, id: string): SealedPlace => ({
  studioId,
  table: 'credentials',
  id,
});

/** The table `credentials`: what is written there is sealed, and what is read is opened, here alone. */
export class Credentials {
  constructor(
    private readonly on: Queryable,
    private readonly ring: KeyRing,
  ) {}

  /** @returns its id */
  async create(studioId: string, { kind, secret, expiresAt }: Secret): Promise<string> {
    const id = randomUUID();
    const sealed = this.ring.seal(secret, placeOf(studioId, id));
    await sql.insertCredential.run(this.on, { studioId, id, kind, expiresAt, ...sealed });
    return id;
  }

  async replace(studioId: string, id: string, secret: string, expiresAt: Date | null = null): Promise<void> {
    const sealed = this.ring.seal(secret, placeOf(studioId, id));
    await sql.replaceCredential.run(this.on, { studioId, id, expiresAt, ...sealed });
  }

  /** @throws KeyMissing, SealBroken @returns undefined where the studio has no such secret */
  async open(studioId: string, id: string): Promise<Secret | undefined> {
    const found = await sql.findCredential.first(this.on, { studioId, id });
    if (!found) return undefined;
    const { kind, expiresAt } = found;
    return { kind, expiresAt, secret: this.ring.open(found, placeOf(studioId, id)) };
  }

  async remove(studioId: string, id: string): Promise<void> {
    await sql.deleteCredential.run(this.on, { studioId, id });
  }
}
