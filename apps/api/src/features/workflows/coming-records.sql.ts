import { dateColumns, recordsSql, stillStarts } from '@cueline/database';
import { eventOf, triggerAnchors, type DateTrigger } from '@cueline/workflows';

/** `$1` studio, `$2` the first date that matters, `$3` how many. Records by their dates, the first ones, with all that is known around each, as if its event happened now. */
export const comingRecordsSql = (trigger: DateTrigger): string => {
  const { anchor } = trigger.moment;
  const { table, column } = dateColumns[anchor];
  return recordsSql(
    `(SELECT x.studio_id, x.id, '${eventOf(trigger)}'::text AS type, '{}'::jsonb AS data, 0 AS seq, '${triggerAnchors[anchor].record}'::text AS subject_type,
        x.id AS subject_id, now() AS occurred_at, now() AS recorded_at, 'cueline'::text AS source, NULL::boolean AS taken_over, 0 AS chain,
        x.brand_id, x.${column} AS date
      FROM ${table} x WHERE x.studio_id = $1 AND x.${column} >= $2::timestamptz AND ${stillStarts('x', anchor)}
      ORDER BY x.${column}, x.id LIMIT $3) e`,
    'true ORDER BY e.date, e.id',
  );
};
