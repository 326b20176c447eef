import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage } from './check';
import { setFuses } from './fuses';
import { readRelease, updateFile } from './release';

/** The fields of electron-builder's context that are used here. */
export interface Packed {
  appOutDir: string;
  /** 1 is x64, 3 is arm64, as electron-builder numbers them. */
  arch: number;
  packager: { projectDir: string; appInfo: { version: string; productFilename: string } };
}

const architectures: Readonly<Record<number, string>> = { 1: 'x64', 3: 'arm64' };

const launcher = [
  '@echo off',
  'rem Runs Fieldkit in a terminal with the Node beside it; nothing of the caller is loaded into it.',
  'setlocal',
  'set NODE_OPTIONS=',
  'set NODE_PATH=',
  '"%~dp0node.exe" "%~dp0out\\main\\cli.js" %*',
  'exit /b %ERRORLEVEL%',
  '',
].join('\r\n');

const copied = [
  'out/main/cli.js',
  'out/main/browser.js',
  'out/main/chunks',
  'out/renderer/index.html',
  'out/renderer/door.js',
  'out/renderer/assets',

  'resources/devices',
];

/** Where the Node for Windows lies: one folder per architecture, filled before packaging. */
const nodeFolder = (project: string): string =>
  process.env['FIELDKIT_NODE_DIR'] ?? join(project, '.cache', 'node-for-windows');

const addTerminal = ({ appOutDir, arch, packager }: Packed): void => {
  const to = join(appOutDir, 'cli');
  for (const part of copied)
    cpSync(join(packager.projectDir, part), join(to, part), { recursive: true });
  const name = architectures[arch];
  if (name === undefined) throw new Error(`No Node for architecture ${String(arch)}.`);
  cpSync(join(nodeFolder(packager.projectDir), name, 'node.exe'), join(to, 'node.exe'));
  writeFileSync(join(to, 'fieldkit.cmd'), launcher);
  const manifest = { name: 'fieldkit', version: packager.appInfo.version, type: 'module' };
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest)}\n`);
};

const licences: Readonly<Record<string, string>> = {
  LICENSE: 'fieldkit.txt',
  'out/main/licences.md': 'main.md',
  'out/renderer/licences.md': 'page.md',
};

const addLicences = ({ appOutDir, packager }: Packed): void => {
  for (const [from, to] of Object.entries(licences))
    cpSync(join(packager.projectDir, from), join(appOutDir, 'licences', to));
};

const addUpdateFile = ({ appOutDir }: Packed): void => {
  const text = updateFile(readRelease(process.env));
  if (text !== null) writeFileSync(join(appOutDir, 'resources', 'app-update.yml'), text);
};

const addFuses = ({ appOutDir, packager }: Packed): void => {
  const path = join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  const program = readFileSync(path);
  setFuses(program);
  writeFileSync(path, program);
};

/** Runs for every package, real or dry, before it is signed: what is wrong is not shipped. */
export const afterPack = (packed: Packed): void => {
  addTerminal(packed);
  addLicences(packed);
  addUpdateFile(packed);
  addFuses(packed);
  checkPackage(packed.appOutDir, packed.packager.projectDir);
};
