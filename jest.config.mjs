import { existsSync, readdirSync } from 'node:fs';

const rooms = ['apps', 'libs'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));

export default {
  projects: [...rooms, 'test']
    .filter((room) => existsSync(`${room}/jest.config.mjs`))
    .map((room) => `<rootDir>/${room}`),
};
