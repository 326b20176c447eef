import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The program as it is bundled for people, in a folder of its own: half a second, never stale, and
 * no other test's `out/` is touched. It lies inside the project, where it finds `resources/`.
 */
export const buildCli = async () => {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache', 'cli-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(folder, 'out', 'main'),
      rollupOptions: {
        input: { cli: join(root, 'main', 'cli.ts') },
        external: ['electron', /^node:/],
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return {
    folder,
    cli: join(folder, 'out', 'main', 'cli.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
