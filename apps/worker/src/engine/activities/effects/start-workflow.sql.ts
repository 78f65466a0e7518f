import { statement, text } from '@cueline/database/sql';

export const workflowName = statement({
  name: 'workflow-name',
  params: { studioId: text, workflowId: text.orNull },
  row: { name: text },
  sql: 'SELECT name FROM workflows WHERE studio_id = :studioId AND id = :workflowId',
});
