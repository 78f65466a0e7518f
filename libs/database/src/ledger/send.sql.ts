import type { Reason } from '@cueline/workflows';
import { bool, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import type { SendPurpose } from '../generated/client.js';
import type { SendState } from './states.sql.js';

/** A mail ready to leave, as the ledger keeps it. */
export interface SendRecord {
  readonly key: string;
  readonly purpose: SendPurpose;
  /** Null for a mail that a person wrote. */
  readonly runId: string | null;
  /** Null, as is `visit`, for a mail that is no step's. */
  readonly stepId: string | null;
  readonly visit: number | null;
  /** The question that it is about. */
  readonly approvalId: string | null;
  readonly brandId: string;
  readonly senderId: string | null;
  readonly clientId: string | null;
  /** Null for a mail within the studio. */
  readonly templateId: string | null;
  /** Of a mail that says what its template said. */
  readonly templateVersionId?: string | null;
  readonly category: 'transactional' | 'marketing';
  readonly toAddress: string;
  readonly toName: string;
  readonly messageId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The day of the brand's calendar on which it was made ready (`2027-06-12`), by the rules that all days are counted by. */
  readonly day: string;
  /** Ids of further records whose correspondence it is. */
  readonly links?: readonly string[];
}

export const sendParam = json<SendRecord>();

/** Columns of `sends` that a mail has from its making. */
export const identity =
  'studio_id, key, purpose, run_id, step_id, visit, approval_id, brand_id, sender_id, client_id, template_id, template_version_id, category, to_address, to_name, message_id';
/** The CTE `g`: the `SendRecord` that `:send` holds as JSON. */
export const givenSend = `g AS (SELECT * FROM jsonb_to_record(:send::jsonb) AS g(key text, purpose send_purpose, "runId" uuid, "stepId" text, visit int, "approvalId" uuid, "brandId" uuid,
    "senderId" uuid, "clientId" uuid, "templateId" uuid, "templateVersionId" uuid, category mail_category, "toAddress" text, "toName" text, "messageId" text, "subjectType" text,
    "subjectId" uuid, "fromAddress" text, subject text, text text, html text, day date, links jsonb))`;
/** Values of `identity`, from `g` and the studio. */
export const identityFrom =
  ':studioId, g.key, g.purpose, g."runId", g."stepId", g.visit, g."approvalId", g."brandId", g."senderId", g."clientId", g."templateId", g."templateVersionId", g.category, g."toAddress", g."toName", g."messageId"';

/** SQL: the send `:key` of the studio. */
export const byKey = `key = :key AND ${ofStudio()}`;

export type SendReason = Reason;

export const openSend = {
  id: text,
  studioId: text,
  key: text,
  purpose: oneOf<SendPurpose>(),
  runId: text.orNull,
  stepId: text.orNull,
  visit: integer.orNull,
  approvalId: text.orNull,
  state: oneOf<SendState>(),
  messageId: text,
  attempts: integer,
  toAddress: text,
  reason: json<SendReason>().orNull,
  /** A person let it go: no rule holds it again, and no limit delays it. */
  isReleased: bool,
  /** It was held, or delayed by the limit: it is late. */
  hasWaited: bool,
  createdAt: instant,
};
export type OpenSend = RowOf<typeof openSend>;

export const dueSend = {
  ...openSend,
  /** Since when nothing but a server has been in its way. */
  triedSince: instant,
  /** The account among whose mails it has a place that has come. */
  placedBy: text.orNull,
};
export type DueSend = RowOf<typeof dueSend>;

/** SQL of the columns of a `DueSend` beside those of an `OpenSend`. @param triedSince SQL of that */
export const dueColumns = (triedSince: string): string =>
  `${triedSince} AS tried_since, CASE WHEN limited_until <= now() THEN limited_by::text END AS placed_by`;
/** SQL of the columns of an `OpenSend`. */
export const openColumns =
  'id::text, studio_id::text, key, purpose, run_id::text, step_id, visit, approval_id::text, state, message_id, attempts, to_address, reason, released_at IS NOT NULL AS is_released, COALESCE(held_at, delayed_since) IS NOT NULL AS has_waited, created_at';
