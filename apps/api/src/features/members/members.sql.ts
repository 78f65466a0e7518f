import { statement, text } from '@cueline/database/sql';

/** Two who demote each other at the same moment would leave no owner. */
export const lockOwners = statement({
  name: 'lock-owners',
  params: { studioId: text },
  sql: `SELECT 1 FROM members WHERE studio_id = :studioId::uuid AND role = 'owner' ORDER BY id FOR UPDATE`,
});
