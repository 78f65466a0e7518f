import type { SenderKind } from '@cueline/database';

/** Whom a mail is from, as far as its way out depends on it. `id` is null for the platform's own address. */
export interface Sender {
  readonly kind: SenderKind;
  readonly id: string | null;
  /** Of kind `smtp`: the account, and the revision of its settings that the mail's facts were read with. */
  readonly accountId: string | null;
  readonly accountRevision: number | null;
  /** The address that an account of kind `smtp` signs in for. */
  readonly address?: string;
}

export const platform: Sender = { kind: 'platform', id: null, accountId: null, accountRevision: null };
