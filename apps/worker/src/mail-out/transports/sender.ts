import type { SenderKind } from '@cueline/database';

/** Whom a mail is from, as far as its way out depends on it. `id` is null for the platform's own address. */
export interface Sender {
  readonly kind: SenderKind;
  readonly id: string | null;
}

export const platform: Sender = { kind: 'platform', id: null };
