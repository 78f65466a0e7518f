import { existsSync, readdirSync } from 'node:fs';

const rooms = ['apps', 'libs'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));

export default {
  // Servers start in hooks, on machines that may be busy: a test that hangs is found all the same.
  testTimeout: 60_000,
  projects: [...rooms, 'test']
    .filter((room) => existsSync(`${room}/jest.config.mjs`))
    .map((room) => `<rootDir>/${room}`),
};
