/** Puts the sample studio into an empty database: `DATABASE_URL=… SEED_OWNER_PASSWORD=… node main.js`. Safe to repeat. */
import { readAddress } from '@cueline/workflows/locale';
import { openDatabase } from '../client/database.js';
import { seedSampleStudio } from './sample-studio.js';

const {
  DATABASE_URL,
  SEED_OWNER_EMAIL = 'owner@sample.cueline.test',
  SEED_OWNER_PASSWORD,
  SEED_API_KEY,
  PLATFORM_MAIL_DOMAIN,
} = process.env;
if (!DATABASE_URL || !SEED_OWNER_PASSWORD) throw new Error('Set DATABASE_URL and SEED_OWNER_PASSWORD.');
const owner = readAddress(SEED_OWNER_EMAIL);
if (!owner.ok) throw new Error(`SEED_OWNER_EMAIL cannot be used: ${owner.message.en}`);

const database = openDatabase({ url: DATABASE_URL, poolSize: 2 });
try {
  await seedSampleStudio(database.prisma, {
    ownerEmail: owner.address,
    ownerPassword: SEED_OWNER_PASSWORD,
    mailDomain: PLATFORM_MAIL_DOMAIN ?? 'mail.cueline.test',
    apiKey: SEED_API_KEY,
    now: new Date(),
  });
} finally {
  await database.close();
}
