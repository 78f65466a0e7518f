import { partOf, tables, upwards } from '../relations/relation.js';

const rowsOf = (kind: string) => `"${tables[kind as keyof typeof tables]}_of_it"`;

/** Kinds that others are part of, the widest first. */
const wholes = [...upwards].reverse().filter((kind) => partOf.some(({ to }) => to === kind));
const parts = [...upwards].reverse().filter((kind) => partOf.some(({ from }) => from === kind));

const below = (kind: string): string[] =>
  partOf
    .filter(({ from }) => from === kind)
    .map(
      ({ table, column, to }) =>
        `SELECT x."id" FROM ${rowsOf(to)} y JOIN "${table}" x ON x."studio_id" = NEW."studio_id" AND x."${column}" = y."id"`,
    );

/**
 * The body of the trigger function `record_dates_moved`: signals the open runs that can see a date that moved, which are those about its record and about
 * what is part of that.
 */
export const recordDatesMovedBody = (): string => `
BEGIN
  INSERT INTO "run_signals" ("studio_id", "run_id", "kind")
  WITH ${wholes
    .map((kind) =>
      [
        `${rowsOf(kind)} AS (`,
        `    ${[`SELECT NEW."id" WHERE TG_TABLE_NAME = '${tables[kind]}'`, ...below(kind)].join('\n    UNION ALL\n    ')}`,
        '  )',
      ].join('\n'),
    )
    .join(', ')}, "about" AS (
    ${[
      'SELECT NEW."id"',
      ...parts.flatMap((kind) =>
        wholes.includes(kind) ? [`SELECT "id" FROM ${rowsOf(kind)}`] : below(kind),
      ),
    ].join('\n    UNION ')}
  )
  SELECT NEW."studio_id", r."id", 'recheck'
  FROM "about" JOIN "runs" r ON r."studio_id" = NEW."studio_id" AND r."subject_id" = "about"."id" AND r."ended_at" IS NULL;
  RETURN NULL;
END `;
