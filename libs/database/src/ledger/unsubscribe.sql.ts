import { bool, text } from '../client/columns.js';
import { statement } from '../client/statement.js';

/** What the page shows of a mail: whose it was, in which look, and its reader's language. */
export const mailToUnsubscribe = statement({
  name: 'mail-to-unsubscribe',
  params: { studioId: text, sendKey: text },
  row: { sendId: text, isTest: bool, toAddress: text, brandName: text, color: text, locale: text },
  sql: `
  SELECT s.id::text AS send_id, s.purpose = 'test' AS is_test, s.to_address, b.name AS brand_name, b.color,
    COALESCE(CASE WHEN lower(c.email) = lower(s.to_address) THEN c.locale END, b.locale) AS locale
  FROM sends s JOIN brands b ON b.studio_id = s.studio_id AND b.id = s.brand_id
    LEFT JOIN clients c ON c.studio_id = s.studio_id AND c.id = s.client_id
  WHERE s.key = :sendKey AND s.studio_id = :studioId::uuid`,
});
