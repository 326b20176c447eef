import type { KnipConfig } from 'knip';

export default {
  entry: [
    'main/{desktop,browser,cli}.ts',
    'preload/{index,browser}.ts',
    'scripts/*.mjs',
    'scripts/package/{dry.ts,electron-stand-in.mjs}',
    'electron-builder.config.ts',
    'bench/*.mjs',
    'test/**/*.{test,spec}.ts',
    'test/harness/windows/{make-samples,lay-out-samples,watch}.mjs',
    'test/{guides,cloud/actions}/kill-child.ts',
    'test/harness/windows/{elevation,repair}-door.ts',
  ],
  project: ['{main,preload,renderer,strings,test,scripts,bench,bin}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['ip', 'mkfifo', 'mount', 'umount', 'unshare'],
} satisfies KnipConfig;
