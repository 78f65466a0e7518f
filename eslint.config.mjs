import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.mjs';
import { reasonRules } from './tools/lint/reasons.mjs';
import { sqlRules } from './tools/lint/sql.mjs';

// What needs types is linted by oxlint (.oxlintrc.json), twenty times as fast.
const typescript = ['**/*.ts', '**/*.tsx'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '.nx/**', '.cueline/**', 'prisma.config.ts'] },
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals() } },
  {
    files: typescript,
    extends: tseslint.configs.recommended,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['apps/builder-ui/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.spec.mjs'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
          message: 'A narrowed or skipped test hides what it was written for.',
        },
      ],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [...typescript, '**/*.mjs'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts'], rules: { 'max-lines': 'off' } },
  ...boundaries,
  ...sqlRules,
  ...reasonRules,
);

function nodeGlobals() {
  const names =
    'process console Buffer URL URLSearchParams setTimeout clearTimeout setInterval clearInterval setImmediate fetch AbortController AbortSignal TextDecoder TextEncoder performance crypto WebAssembly structuredClone globalThis queueMicrotask describe it expect beforeAll afterAll beforeEach afterEach';
  return Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
}
