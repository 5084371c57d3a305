import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

/** The provider's index loads a thousand services: 2 s and 550 MB, where the one module needed costs 6 ms. */
const provider = '@cdktf/provider-aws';
const message = "import from '@cdktf/provider-aws/lib/<resource>': the index costs 2 s and 550 MB";

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'lib/',
      'dist/',
      '**/cdktf.out/',
      'coverage/',
      '.stryker-tmp/',
      'reports/',
      '.gen/',
      '**/target/',
      'packages/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { 'simple-import-sort': simpleImportSort },
    languageOptions: { ecmaVersion: 2022, globals: { ...nodeGlobals() } },
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: ['', '/lib', '/lib/index', '/lib/index.js'].map((path) => ({ name: `${provider}${path}`, message })) },
      ],
      'no-restricted-syntax': [
        'error',
        ...['CallExpression[callee.name="require"][arguments.0', 'ImportExpression[source'].map((call) => ({
          selector: `${call}.value=/^@cdktf.provider-aws(.lib(.index(.js)?)?)?$/]`,
          message,
        })),
        {
          selector: 'ImportDeclaration[importKind="type"]',
          message: "mark each type: import { type Name } from '…'",
        },
        {
          selector:
            ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"], TSParameterProperty)[accessibility="private"]',
          message: 'name a private member #member: TypeScript alone enforces the keyword',
        },
      ],
      '@typescript-eslint/explicit-member-accessibility': ['error', { accessibility: 'no-public' }],
      'simple-import-sort/imports': ['error', { groups: [['^node:', '^@?\\w', '^\\.']] }],
      'simple-import-sort/exports': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    // What a pull request's author writes is matched here: no expression may take more than linear time.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
);

function nodeGlobals() {
  const names = [
    'Buffer',
    'URL',
    '__dirname',
    '__filename',
    'clearTimeout',
    'console',
    'exports',
    'module',
    'performance',
    'process',
    'require',
    'setTimeout',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
