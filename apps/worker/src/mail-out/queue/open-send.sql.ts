export type SendState =
  'held' | 'queued' | 'sending' | 'sent' | 'in_doubt' | 'failed' | 'bounced' | 'suppressed';

/** Where a send stands, and why. */
export interface Standing {
  readonly state: SendState;
  readonly reason: { readonly code: string; readonly params?: object } | null;
}

export interface OpenSend {
  readonly id: string;
  readonly studio_id: string;
  readonly key: string;
  readonly run_id: string;
  readonly step_id: string | null;
  readonly visit: number | null;
  readonly approval_id: string | null;
  readonly state: SendState;
  readonly message_id: string;
  readonly template_id: string | null;
  readonly attempts: number;
  readonly to_address: string;
  readonly reason: { readonly code?: string } | null;
  /** A person let it go: no rule holds it again, and no limit delays it. */
  readonly is_released: boolean;
  /** It was held, or delayed by the limit: it is late. */
  readonly has_waited: boolean;
  readonly created_at: Date;
}

export interface DueSend extends OpenSend {
  /** Since when nothing but a server has been in its way. */
  readonly tried_since: Date;
}

/** Columns of an `OpenSend`. */
export const openColumns =
  'id::text, studio_id::text, key, run_id::text, step_id, visit, approval_id::text, state, message_id, template_id::text, attempts, to_address, reason, released_at IS NOT NULL AS is_released, COALESCE(held_at, delayed_since) IS NOT NULL AS has_waited, created_at';

/** SQL that says whether a run begins nothing for now. @param run the alias of a row of `runs` */
export const isPaused = (run: string): string => `${run}.paused_at IS NOT NULL AND ${run}.ended_at IS NULL`;
