/** A mail ready to leave, as the ledger keeps it. */
export interface SendRecord {
  readonly key: string;
  readonly run_id: string;
  /** Null, as is `visit`, for a mail that is no step's. */
  readonly step_id: string | null;
  readonly visit: number | null;
  /** The question that it is about. */
  readonly approval_id: string | null;
  readonly brand_id: string;
  readonly sender_id: string | null;
  readonly client_id: string | null;
  /** Null for a mail within the studio. */
  readonly template_id: string | null;
  readonly category: 'transactional' | 'marketing';
  readonly to_address: string;
  readonly to_name: string;
  readonly message_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly from_address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The day of the brand's calendar on which it was made ready (`2027-06-12`), by the rules that all days are counted by. */
  readonly day: string;
}

/** Columns of `sends` that a mail has from its making. */
export const identity =
  'studio_id, key, run_id, step_id, visit, approval_id, brand_id, sender_id, client_id, template_id, category, to_address, to_name, message_id';
/** The CTE `g`: the `SendRecord` that stands in `$2` as JSON. */
export const given = `g AS (SELECT * FROM jsonb_to_record($2::jsonb) AS g(key text, run_id uuid, step_id text, visit int, approval_id uuid, brand_id uuid, sender_id uuid,
    client_id uuid, template_id uuid, category mail_category, to_address text, to_name text, message_id text, subject_type text, subject_id uuid,
    from_address text, subject text, text text, html text, day date))`;
/** Values of `identity`, from `g` and the studio `$1`. */
export const identityFrom =
  '$1, g.key, g.run_id, g.step_id, g.visit, g.approval_id, g.brand_id, g.sender_id, g.client_id, g.template_id, g.category, g.to_address, g.to_name, g.message_id';
