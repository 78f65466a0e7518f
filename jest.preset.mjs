import { fileURLToPath } from 'node:url';

/**
 * The Jest project every room shares: native ESM, TypeScript through swc, and workspace libs read from
 * their sources (the `@cueline/source` export condition), so a test never runs a stale build.
 * Run with `node --experimental-vm-modules`.
 *
 * @param {string} metaUrl `import.meta.url` of the calling jest.config.mjs
 * @param {{ tsx?: boolean, testMatch?: string[] } & Record<string, unknown>} [options] extra Jest options
 */
export function jestProject(metaUrl, { tsx = false, ...options } = {}) {
  const rootDir = fileURLToPath(new URL('.', metaUrl));
  return {
    rootDir,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    testEnvironmentOptions: { customExportConditions: ['@cueline/source', 'node', 'node-addons'] },
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    transform: {
      '^.+\\.tsx?$': [
        '@swc/jest',
        {
          jsc: {
            parser: { syntax: 'typescript', tsx, decorators: true },
            target: 'es2022',
            transform: {
              legacyDecorator: true,
              decoratorMetadata: true,
              ...(tsx && { react: { runtime: 'automatic' } }),
            },
            keepClassNames: true,
          },
          module: { type: 'es6' },
          sourceMaps: 'inline',
        },
      ],
    },
    transformIgnorePatterns: ['/node_modules/'],
    ...options,
  };
}
