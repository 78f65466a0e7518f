import { makeApp } from './app.js';
import { publicUrl } from '@cueline/database';
import { readConfiguration } from './platform/configuration.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await makeApp(configuration);
  await app.listen(configuration.PORT, configuration.HOST);
  console.log(`${new Date().toISOString()} API at ${publicUrl(configuration)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
