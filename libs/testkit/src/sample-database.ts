import { fileURLToPath } from 'node:url';
import { seed } from '../../../tools/start/build.mjs';
import { required } from './required-env.js';
import { copyOf, onAdmin, type TestDatabase } from './test-database.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SAMPLE_TEMPLATE = 'cueline_sample';
/** The owner and the key of the sample studio, as the seed is told them. */
export const sample = {
  SEED_OWNER_PASSWORD: 'a long enough password',
  SEED_API_KEY: `cue_${'5'.repeat(24)}`,
} as const;

/** As `createTestDatabase`, with the sample studio in it: made once for all suites, by whoever needs it first. */
export async function createSampleDatabase(): Promise<TestDatabase> {
  const adminUrl = required('TEST_DATABASE_ADMIN_URL');
  const template = new URL(adminUrl);
  template.pathname = `/${SAMPLE_TEMPLATE}`;
  await onAdmin(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [SAMPLE_TEMPLATE]);
    if (rowCount) return;
    const unfinished = `${SAMPLE_TEMPLATE}_unfinished`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished} TEMPLATE cueline_template STRATEGY FILE_COPY`);
    await seed(root, { DATABASE_URL: template.href.replace(SAMPLE_TEMPLATE, unfinished), ...sample });
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${SAMPLE_TEMPLATE}`);
  });
  return copyOf(SAMPLE_TEMPLATE);
}
