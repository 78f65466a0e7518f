/** Writes the API description without a server or a database: `node openapi-main.js openapi.json`. */
import { writeFileSync } from 'node:fs';
import { makeApp } from './app.js';
import { describeApi } from './openapi.js';
import { readConfiguration } from './platform/configuration.js';

const app = await makeApp(
  readConfiguration({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    CUELINE_SECRET: 'only-to-describe-the-api-0123456789',
  }),
);
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(describeApi(app), null, 2)}\n`);
await app.close();
