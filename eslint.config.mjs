import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The arrows of the design: doors -> app -> {…} -> {probes, network} -> os; all may use core. */
const may = {
  core: [],
  os: ['core'],
  network: ['core', 'os'],
  probes: ['core', 'os'],
  inspector: ['core', 'os', 'probes', 'network'],
  guides: ['core', 'os', 'probes', 'network', 'repairs', 'inspector'],
  repairs: ['core', 'os', 'probes', 'network'],
  cloud: ['core', 'os', 'network', 'probes'],
  reports: ['core', 'os', 'probes', 'network'],
  organisation: ['core', 'os'],
  sheets: ['core', 'os', 'probes', 'guides', 'reports'],
  ipc: ['core'],
  desktop: ['core', 'ipc', 'os', 'organisation'],
  browser: ['core', 'ipc', 'os'],
  terminal: [
    'core',
    'os',
    'probes',
    'network',
    'inspector',
    'guides',
    'repairs',
    'cloud',
    'reports',
    'organisation',
    'sheets',
    'browser',
    'ipc',
  ],
};
const rooms = Object.keys(may);

/** All restrictions on imports of one room, because a later config block replaces an earlier one's rule. */
const restrict = (room) => {
  const patterns = rooms
    .filter((other) => other !== room && !may[room].includes(other))
    .map((other) => ({
      regex: `^(\\.\\./)+${other}(/|$)`,
      message: `main/${room} may not use main/${other} (design, section 4).`,
    }));
  patterns.push({ regex: '(^|/)renderer(/|$)', message: 'Nothing in main imports the page.' });
  if (room === 'core')
    patterns.push(
      { regex: '^[^.]', message: 'core imports nothing but itself.' },
      { regex: '^\\.\\./\\.\\./', message: 'core imports nothing but itself.' },
    );
  if (room !== 'os')
    patterns.push({ regex: '^(node:)?child_process$', message: 'Only main/os starts programs.' });
  return ['error', { patterns, paths: electronLimits(room) }];
};

/** Electron's sharp tools each have one owner. */
const electronLimits = (room) => {
  const limits = [];
  if (room !== 'ipc')
    limits.push({
      name: 'electron',
      importNames: ['ipcMain'],
      message: 'Only main/ipc registers calls.',
    });
  if (room !== 'desktop')
    limits.push({
      name: 'electron',
      importNames: ['shell'],
      message: 'Only main/desktop/links.ts opens links.',
    });
  return limits;
};

export default tseslint.config(
  {
    ignores: [
      'out/',
      'dist/',
      '.cache/',
      'node_modules/',
      'test/captures/',
      'resources/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  ...rooms.map((room) => ({
    files: [`main/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': restrict(room) },
  })),
  {
    files: ['main/core/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'core never awaits.' },
        { selector: ':function[async=true]', message: 'core never awaits.' },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'fetch', 'require'],
    },
  },
  {
    files: ['main/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:)?child_process$', message: 'Only main/os starts programs.' },
            { regex: '(^|/)renderer(/|$)', message: 'Nothing in main imports the page.' },
          ],
          paths: electronLimits('door'),
        },
      ],
    },
  },
  {
    files: ['main/desktop/**/*.ts'],
    ignores: ['main/desktop/links.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportSpecifier[imported.name='shell']",
          message: 'Only links.ts opens links.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...hooks.configs.flat['recommended-latest'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['renderer/**/*.{ts,tsx}', 'preload/browser.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)main(/|$)', message: 'The page imports nothing from main.' },
            { regex: '^node:', message: 'The page has no Node.' },
            { regex: '^electron$', message: 'The page has no Electron.' },
          ],
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Never.' },
      ],
    },
  },
  {
    // Only hooks touch the contract object.
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/**/use*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'fieldkit',
          message: 'Only hooks touch the contract object.',
        },
        {
          object: 'globalThis',
          property: 'fieldkit',
          message: 'Only hooks touch the contract object.',
        },
      ],
    },
  },
  {
    files: ['preload/**/*.ts'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['test/**/*.ts', 'bench/**', 'scripts/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', 600] },
  },
);
