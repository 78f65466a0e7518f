/**
 * Keeps PostgreSQL, with a migrated template database, and a Temporal server running for whoever works on one suite:
 * `node tools/dev/servers.mjs` prints the variables to export and stays up until Ctrl-C.
 */
import { dovecotFolder } from '../provision/dovecot.mjs';
import { eximFolder } from '../provision/exim.mjs';
import { startSharedServers } from '../test/shared-servers.mjs';

const progress = (step) => console.error(`... ${step}`);
const servers = await startSharedServers({ root: process.cwd(), progress });
const homes = { TEST_EXIM_HOME: eximFolder(progress), TEST_DOVECOT_HOME: dovecotFolder(progress) };
for (const [name, value] of Object.entries({ ...servers.env, ...homes }))
  console.log(`export ${name}='${value}'`);
process.on('SIGINT', () => servers.stop().then(() => process.exit(0)));
process.on('SIGTERM', () => servers.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
