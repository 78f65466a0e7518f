import { pauseReasons } from '@cueline/workflows';
import { checked, ofStudio } from '../client/row-conditions.sql.js';

/** SQL that says whether a run begins nothing for now. @param run the alias of a row of `runs` */
export const isPaused = (run: string): string => `${run}.paused_at IS NOT NULL AND ${run}.ended_at IS NULL`;

/** SQL of the reason for which a run is paused, as it is explained. @param run the alias of a row of `runs` */
export const pauseReason = (run: string): string =>
  `jsonb_build_object('code', CASE ${run}.pause_cause ${Object.entries(pauseReasons)
    .map(([cause, code]) => `WHEN '${cause}' THEN '${code}'`)
    .join(' ')} END)`;

/** SQL: the run `:runId` of the studio, while it is open. What has ended stays as it ended, whatever comes late. */
export const openRun = `id = :runId AND ${ofStudio()} AND ${checked('ended_at IS NULL')}`;

/**
 * SQL that says on a waiting step why it waits, for whoever looks at the run meanwhile.
 * @param row alias of a row with `run_id`, `step_id` and `visit` @param also more assignments @param from what the update reads, where that is more
 * @param studio SQL of a step `s` that is of the right studio
 */
export const explainStep = (
  row: string,
  reason: string,
  {
    from = row,
    also = '',
    studio = ofStudio('s'),
  }: { readonly from?: string; readonly also?: string; readonly studio?: string } = {},
): string => `
  UPDATE run_steps s SET reason = ${reason}${also} FROM ${from}
  WHERE s.run_id = ${row}.run_id AND s.step_id = ${row}.step_id AND s.visit = ${row}.visit AND ${studio} AND s.status = 'waiting'`;
