import { reasonWith } from '../client/reason.sql.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { isSuppressible } from './purposes.sql.js';
import { suppressionCodes } from './suppressed-address.js';

const since = (row: string) => `to_char(${row}.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
const reasonOf = (row: string, address: string) =>
  `CASE ${Object.entries(suppressionCodes)
    .map(
      ([reason, code]) =>
        `WHEN ${row}.reason = '${reason}' THEN ${reasonWith(code, `jsonb_build_object('address', ${address}, 'since', ${since(row)}, 'by', ${row}.added_by)`)}`,
    )
    .join(' ')} END`;

/**
 * SQL: the reason for which an address does not get a mail, in a row with the one column `reason`; no row where it may. A client's own refusal counts for the
 * address that the client has now, whether or not it is the one of then.
 * @param mail alias of a row as `givenSend` has it; `:recipient` is its address as the list spells it
 */
export const suppressionOf = (mail: string): string => `
  SELECT f.reason FROM (
    SELECT ${reasonOf('y', `${mail}."toAddress"`)} AS reason, y.scope, y.created_at
    FROM suppressions y WHERE y.studio_id = :studioId AND y.address = :recipient AND y.removed_at IS NULL
      AND (y.scope = 'all' OR ${mail}.category = 'marketing')
    UNION ALL
    SELECT ${reasonWith('recipient.optedOut', `'{}'::jsonb`)}, 'marketing'::suppression_scope, c.marketing_opt_out_at
    FROM clients c WHERE c.id = ${mail}."clientId" AND ${ofStudio('c')} AND c.marketing_opt_out_at IS NOT NULL
      AND ${mail}.category = 'marketing' AND lower(c.email) = lower(${mail}."toAddress")
  ) f WHERE ${isSuppressible(mail)} ORDER BY f.scope DESC, f.created_at LIMIT 1`;
