import { jestProject } from '../../jest.preset.mjs';

export default jestProject(import.meta.url, {
  displayName: 'builder-ui',
  tsx: true,
  // A spec of a component is a .spec.tsx and names its environment, a browser's document, in its first line.
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/css-modules.mjs',
    '^~icons/': '<rootDir>/icon-in-specs.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
});
