import { oneOf, statement, text } from '@cueline/database/sql';

/** Members of the studio, all or those of a role, in the order in which they came. */
export const membersOf = statement({
  name: 'colleagues',
  params: { studioId: text, role: oneOf<'owner'>().orNull },
  row: { name: text, email: text },
  sql: `SELECT u.name, u.email FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.studio_id = :studioId AND (:role::member_role IS NULL OR m.role = :role::member_role) ORDER BY m.created_at, m.id`,
});
