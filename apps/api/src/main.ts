import { fileURLToPath } from 'node:url';
import { makeApp } from './app.js';
import { publicUrl } from '@cueline/database';
import { readConfiguration } from './platform/configuration.js';

/** Seen from where the program is built to, `dist/program`. */
const builtUi = new URL('../../../builder-ui/dist', import.meta.url);

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await makeApp(configuration, fileURLToPath(builtUi));
  await app.listen(configuration.PORT, configuration.HOST);
  console.log(`${new Date().toISOString()} API at ${publicUrl(configuration)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
