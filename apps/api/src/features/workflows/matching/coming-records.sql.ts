import {
  contextStatement,
  dateColumns,
  instant,
  integer,
  statementsFor,
  stillStarts,
} from '@cueline/database/sql';
import { eventOf, triggerAnchors, type AnchorPath, type DateTrigger } from '@cueline/workflows';

const eventBy = (anchor: AnchorPath): string => eventOf({ type: 'date', moment: { anchor } } as DateTrigger);

/** Records by their dates from `:first` on, the first ones, with all that is known around each, as if its event happened now. */
export const comingRecords = statementsFor(Object.keys(dateColumns) as AnchorPath[], (anchor) => {
  const { table, column } = dateColumns[anchor];
  return contextStatement({
    name: `coming-${anchor}`,
    params: { first: instant, limit: integer },
    from: `(SELECT x.studio_id, x.id, '${eventBy(anchor)}'::text AS type, '{}'::jsonb AS data, 0 AS seq, '${triggerAnchors[anchor].record}'::text AS subject_type,
        x.id AS subject_id, now() AS occurred_at, now() AS recorded_at, 'cueline'::text AS source, NULL::boolean AS taken_over, 0 AS chain,
        x.brand_id, x.${column} AS date
      FROM ${table} x WHERE x.studio_id = :studioId AND x.${column} >= :first::timestamptz AND ${stillStarts('x', anchor)}
      ORDER BY x.${column}, x.id LIMIT :limit) e`,
    where: 'true ORDER BY e.date, e.id',
  });
});
