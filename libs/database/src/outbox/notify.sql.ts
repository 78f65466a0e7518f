import { text } from '../client/columns.js';
import { statement } from '../client/statement.js';

export const EVENTS_CHANNEL = 'cueline_events';
export const WORKFLOWS_CHANNEL = 'cueline_workflows';
export const RUNS_CHANNEL = 'cueline_runs';
/** The database itself tells here whose access has ended: `session:id`, `member:id` or `key:id`. */
export const ACCESS_CHANNEL = 'cueline_access';

/** Not kept on disk before it is told: a notification does not outlive the server in any case. */
export const notifyChannel = statement({
  name: 'notify-channel',
  params: { channel: text },
  sql: `SELECT set_config('synchronous_commit', 'off', true), pg_notify(:channel::text, '')`,
});
