import { bool, statement, text } from '@cueline/database/sql';

/** The mailbox of a member: whose address it is, else the user's own. No row where nobody of the studio has it. */
export const memberMailbox = statement({
  name: 'member-mailbox',
  params: { studioId: text, userId: text.orNull, address: text.orNull },
  row: { address: text, name: text },
  sql: `
  SELECT u.email AS address, u.name FROM members m JOIN users u ON u.id = m.user_id
  WHERE m.studio_id = :studioId::uuid AND CASE WHEN :address::text IS NULL THEN u.id = :userId::text ELSE lower(u.email) = lower(:address::text) END LIMIT 1`,
});

/** Whether a step of a workflow that is not archived sends the template as marketing. */
export const isForMarketing = statement({
  name: 'template-is-for-marketing',
  params: { studioId: text, id: text },
  row: { isForMarketing: bool },
  sql: `
  SELECT EXISTS (SELECT 1 FROM workflows w WHERE w.studio_id = :studioId::uuid AND w.state <> 'archived'
    AND jsonb_path_exists(w.draft, 'strict $.steps.**?(@.template == $t && @.category == "marketing")', jsonb_build_object('t', :id::text), true)) AS is_for_marketing`,
});
