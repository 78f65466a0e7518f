import { bool, integer, text } from '../client/columns.js';
import { statement } from '../client/statement.js';

/**
 * Counts an address that no workflow has written to before against the hour's limit: one row that is written with a condition, so that of two at the same moment
 * one has the last place. An hour begins with the first contact after the one before is over.
 */
export const claimFirstContact = statement({
  name: 'claim-first-contact',
  /** The address in small letters. */
  params: { studioId: text, address: text },
  row: {
    /** The studio's limit. */
    most: integer.orNull,
    /** The mail may leave now. */
    fits: bool,
  },
  sql: `
  WITH about AS (
    SELECT s.first_contacts_per_hour AS most,
      EXISTS (SELECT 1 FROM first_contacts f WHERE f.studio_id = :studioId AND f.address = :address)
        OR EXISTS (SELECT 1 FROM mails_of_day m WHERE m.studio_id = :studioId AND m.address = :address) AS known
    FROM studios s WHERE s.id = :studioId
  ), counted AS (
    INSERT INTO first_contact_hours AS h (studio_id, since, contacts)
    SELECT :studioId, now(), 1 FROM about a WHERE NOT a.known AND a.most > 0
    ON CONFLICT (studio_id) DO UPDATE SET
      since = CASE WHEN h.since <= now() - interval '1 hour' THEN now() ELSE h.since END,
      contacts = CASE WHEN h.since <= now() - interval '1 hour' THEN 1 ELSE h.contacts + 1 END
    WHERE h.since <= now() - interval '1 hour' OR h.contacts < (SELECT most FROM about)
    RETURNING 1
  ), kept AS (
    INSERT INTO first_contacts (studio_id, address)
    SELECT :studioId, :address FROM about a WHERE NOT a.known AND (a.most IS NULL OR EXISTS (SELECT 1 FROM counted))
    ON CONFLICT DO NOTHING
  )
  SELECT a.most, a.known OR a.most IS NULL OR EXISTS (SELECT 1 FROM counted) AS fits FROM about a`,
});

/** Whether a client came of an inquiry, so that a stranger gave the name. */
export const cameOfInquiry = statement({
  name: 'came-of-inquiry',
  params: { studioId: text, clientId: text },
  sql: 'SELECT 1 FROM inquiries WHERE studio_id = :studioId AND client_id = :clientId LIMIT 1',
});
