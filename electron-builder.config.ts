import type { Configuration } from 'electron-builder';
import { afterPack } from './scripts/package/after-pack';
import { readRelease, type Release } from './scripts/package/release';

const both = ['x64', 'arm64'] as const;

export const configure = ({ feed, publisher, signed }: Release): Configuration => ({
  appId: 'app.fieldkit.desktop',
  productName: 'Fieldkit',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  // A list of what goes in, never of what stays out. The checks in scripts/package say the same again.
  files: [
    'package.json',
    'out/main/desktop.js',
    'out/main/chunks/**',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/**',
    '!**/*.map',
    '!node_modules',
  ],
  asar: true,
  // Beside the archive, where a capture can be opened as the folder it is.
  extraResources: [{ from: 'resources/devices', to: 'devices' }],
  electronLanguages: [
    'en-US',
    'en-GB',
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'pl',
    'pt-BR',
    'ja',
    'zh-CN',
    'ko',
    'ar',
  ],
  npmRebuild: false,
  afterPack,
  // The feed is read by the installer's metadata; nothing is ever uploaded from here.
  publish: feed === null ? null : { provider: 'generic', url: feed },
  win: {
    icon: 'resources/icons/app.ico',
    target: [
      { target: 'nsis', arch: [...both] },
      { target: 'zip', arch: [...both] },
    ],
    artifactName: '${productName}-${version}-${arch}.${ext}',
    // The window never runs elevated.
    requestedExecutionLevel: 'asInvoker',
    signExecutable: signed,
    ...(publisher === null ? {} : { signtoolOptions: { publisherName: [publisher] } }),
  },
  fileAssociations: [
    {
      ext: 'fieldkit',
      name: 'Fieldkit.Capture',
      description: 'Fieldkit capture',
      icon: 'resources/icons/capture.ico',
      role: 'Viewer',
    },
  ],
  nsis: {
    artifactName: '${productName}-${version}-${arch}-setup.${ext}',
    // Per machine and nowhere else: a folder the user's programs can write would let them swap ours.
    oneClick: true,
    perMachine: true,
    allowElevation: true,
    // Started by the installer it could inherit the installer's rights.
    runAfterFinish: false,
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },
});

export default configure(readRelease(process.env));
