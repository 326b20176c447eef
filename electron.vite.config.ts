import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { roomAreas, terminalAreas } from './strings/rooms';

// Everything our own code imports is bundled, so that a package carries no node_modules at all.
// Only what the runtime itself provides stays outside.
const provided = ['electron', /^node:/];

const wordsFile = /[\\/]strings[\\/]([\w-]+)[\\/]([\w-]+)\.json$/;
/** Words of rooms that are opened later, or of other doors; all others of a language are wanted at once. */
const roomsOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...roomAreas, elsewhere: ['door', 'report', 'terminal'] }).flatMap(
    ([room, areas]) => areas.map((area) => [area, room]),
  ),
);
const wordsChunk = (id: string): string => {
  const [, language = '', area = ''] = wordsFile.exec(id) ?? [];
  return `words-${language}-${roomsOf[area] ?? 'page'}`;
};

// The browser door greets in every language at once, so its few words stay apart.
const saidInTerminal = new Set<string>(terminalAreas.filter((area) => area !== 'door'));
/** One file for all that the terminal says in a language: each file costs more than what is in it. Others keep theirs. */
const terminalWordsChunk = (id: string): string | null => {
  const [, language = '', area = ''] = wordsFile.exec(id) ?? [];
  return saidInTerminal.has(area) ? `words-${language}` : null;
};

/** Words as one string: an object of a thousand entries takes far longer to compile than to parse. */
const wordsAsText: Plugin = {
  name: 'words-as-text',
  enforce: 'pre',
  transform: {
    filter: { id: wordsFile },
    handler: (code) => ({
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(code)))})`,
      moduleType: 'js',
      map: null,
    }),
  },
};

/** Tables of code pages that no Windows tool of ours writes in; they are most of what is compiled at a start. */
const withoutUnusedTables: Plugin = {
  name: 'without-unused-tables',
  enforce: 'pre',
  transform: {
    filter: {
      id: /iconv-lite[\\/]encodings[\\/]tables[\\/](eucjp|cp949|cp950|big5-added|gb18030-ranges)\.json$/,
    },
    handler: () => ({ code: 'module.exports = [];', moduleType: 'js', map: null }),
  },
};

export default defineConfig({
  main: {
    plugins: [wordsAsText, withoutUnusedTables],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      // Shipped with the package: what is bundled keeps its makers' terms.
      license: { fileName: 'licences.md' },
      sourcemap: false,
      rollupOptions: {
        input: {
          desktop: resolve('main/desktop.ts'),
          browser: resolve('main/browser.ts'),
          cli: resolve('main/cli.ts'),
        },
        external: provided,
        output: {
          format: 'es',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {
            groups: [{ test: wordsFile, name: terminalWordsChunk, debugName: 'words' }],
          },
          // Half of what a short command costs is reading its own code. Functions keep their names, for the traces.
          minify: {
            compress: false,
            mangle: { keepNames: true },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: resolve('preload/index.ts') },
        external: provided,
        // A sandboxed preload is one CommonJS file; Electron loads nothing else there.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      license: { fileName: 'licences.md' },
      sourcemap: false,
      minify: true,
      // What is loaded at the start has a budget of its own: `npm run bench -- page`.
      chunkSizeWarningLimit: 700,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve('renderer/index.html'), door: resolve('preload/browser.ts') },
        output: {
          entryFileNames: (chunk) =>
            chunk.name === 'door' ? 'door.js' : 'assets/[name]-[hash].js',
          codeSplitting: { groups: [{ test: wordsFile, name: wordsChunk, debugName: 'words' }] },
        },
      },
    },
  },
});
