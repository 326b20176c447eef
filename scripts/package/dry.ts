import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { configure } from '../../electron-builder.config';
import { checkPackage } from './check';
import type { PackedFile } from './content';
import { readRelease } from './release';
import { makeNodes, makeRuntime } from './stand-in';
import { tryDesktop, tryTerminal } from './try';

const english = { lang: 1033, codepage: 1200 };

/** What electron-builder wrote into the program itself: its name, its icon, the archive's checksum. */
const programComplaints = (path: string): string[] => {
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(path)));
  const version = Resource.VersionInfo.fromEntries(resources.entries)[0];
  const name = version?.getStringValues(english)['ProductName'];
  const icons = Resource.IconGroupEntry.fromEntries(resources.entries);
  const checksum = resources.entries.some(({ type }) => type === 'INTEGRITY');
  return [
    ...(name === 'Fieldkit' ? [] : [`the program calls itself ${String(name)}`]),
    ...(icons.length > 0 ? [] : ['the program has no icon']),
    ...(checksum ? [] : ['the program cannot tell a changed archive']),
  ];
};

const weigh = (what: string, files: readonly PackedFile[]): string => {
  const kilobytes = files.reduce((sum, { size }) => sum + size, 0) / 1024;
  return `  ${what}: ${String(files.length)} files, ${kilobytes.toFixed(0)} kB`;
};

const inspect = (folder: string, work: string, project: string, expectsFeed: boolean) => {
  const { archive, terminal } = checkPackage(folder, project);
  const standIn = join(project, 'scripts', 'package', 'electron-stand-in.mjs');
  const wrong = [
    ...programComplaints(join(folder, 'Fieldkit.exe')),
    ...tryTerminal(folder),
    ...tryDesktop(folder, work, standIn),
  ];
  const hasFeed = existsSync(join(folder, 'resources', 'app-update.yml'));
  if (hasFeed !== expectsFeed) wrong.push('the update feed is not as configured');
  if (wrong.length > 0) throw new Error(`The package does not hold: ${wrong.join(', ')}`);
  return [weigh('app.asar', archive), weigh('cli, with a stand-in for Node', terminal)];
};

const withFeed = { FIELDKIT_UPDATE_URL: 'https://updates.example/', FIELDKIT_PUBLISHER: 'Example' };

const cases = [
  { name: 'x64, no feed', environment: {}, arch: Arch.x64, folder: 'win-unpacked' },
  { name: 'arm64, feed', environment: withFeed, arch: Arch.arm64, folder: 'win-arm64-unpacked' },
];

/**
 * Packs for Windows with a stand-in runtime, without any download, and says what is in it. Gives the
 * lines to print; throws when something is not as it has to be.
 */
export const packDry = async (project: string): Promise<string[]> => {
  const work = mkdtempSync(join(tmpdir(), 'fieldkit-package-'));
  const lines: string[] = [];
  try {
    makeRuntime(join(work, 'runtime'));
    makeNodes(join(work, 'nodes'));
    process.env['FIELDKIT_NODE_DIR'] = join(work, 'nodes');
    // A release that is being prepared in this shell must not change what is tried here.
    for (const name of Object.keys(withFeed)) Reflect.deleteProperty(process.env, name);
    for (const { name, environment, arch, folder } of cases) {
      Object.assign(process.env, environment);
      const output = join(work, 'dist');
      await build({
        projectDir: project,
        config: {
          ...configure(readRelease(environment)),
          directories: { output, buildResources: 'resources/icons' },
          electronDist: join(work, 'runtime'),
        },
        targets: Platform.WINDOWS.createTarget('dir', arch),
        publish: 'never',
      });
      const hasFeed = 'FIELDKIT_UPDATE_URL' in environment;
      lines.push(`${name}:`, ...inspect(join(output, folder), work, project, hasFeed));
    }
    return lines;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
