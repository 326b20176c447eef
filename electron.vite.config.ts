import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything our own code imports is bundled, so that a package carries no node_modules at all.
// Only what the runtime itself provides stays outside.
const provided = ['electron', /^node:/];

export default defineConfig({
  main: {
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
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
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
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve('renderer/index.html'), door: resolve('preload/browser.ts') },
        output: {
          entryFileNames: (chunk) =>
            chunk.name === 'door' ? 'door.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  },
});
