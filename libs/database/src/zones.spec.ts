import { expect, it } from '@jest/globals';
import { localAt } from '@cueline/workflows';
import { zoneNames } from '@cueline/workflows/locale';
import { databaseSuite } from './database-suite.fixture.js';

const suite = databaseSuite();

/** Before, on and after days on which clocks are changed. Later than that the editions of the zone data differ, and TypeScript alone counts days. */
const instants = [2010, 2013, 2016, 2019, 2022, 2025].flatMap((year) =>
  [0, 2, 3, 5, 8, 9, 10].map((month) => new Date(Date.UTC(year, month, 28, 11, 30)).toISOString()),
);

it('PostgreSQL reads every zone that is accepted, by the clock that luxon shows', async () => {
  const { rows } = await suite.database.pool.query<{ zone: string; clocks: string[] }>(
    `SELECT z AS zone, array_agg(to_char(t AT TIME ZONE z, 'YYYY-MM-DD"T"HH24:MI') ORDER BY t) AS clocks
     FROM unnest($1::text[]) z, unnest($2::timestamptz[]) t GROUP BY z`,
    [zoneNames, instants],
  );
  expect(rows).toHaveLength(zoneNames.length);
  const differ = rows.filter(({ zone, clocks }) => instants.some((at, i) => localAt(at, zone) !== clocks[i]));
  expect(differ.map(({ zone }) => zone)).toEqual([]);
});
