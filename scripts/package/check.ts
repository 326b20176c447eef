import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as asar from '@electron/asar';
import {
  archiveRules,
  complaints,
  manifestComplaints,
  scriptComplaints,
  terminalRules,
  topRules,
  type PackedFile,
} from './content';
import { fuses, readFuses } from './fuses';

const listFolder = (folder: string): PackedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        path: path
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
        size: statSync(path).size,
      };
    });

const listArchive = (archive: string): PackedFile[] =>
  asar.listPackage(archive, { isPack: false }).flatMap((entry) => {
    const path = entry.split(sep).join('/').slice(1);
    const stat = asar.statFile(archive, entry.slice(1), false);
    return 'size' in stat ? [{ path, size: stat.size }] : [];
  });

const isScript = ({ path }: PackedFile): boolean => /\.(?:js|cjs|html|css)$/.test(path);

const checkFuses = (program: string): string[] => {
  const found = readFuses(readFileSync(program));
  return Object.entries(fuses)
    .filter(([fuse, state]) => found[fuse] !== state)
    .map(([fuse]) => `Fieldkit.exe: the fuse ${fuse} is not set as decided`);
};

const checkUpdateFile = (file: string): string[] => {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return [
    ...(/^publisherName:\r?\n {2}- ".+"$/m.test(text) ? [] : ['app-update.yml: no publisherName']),
    ...(/^url: "https:/m.test(text) ? [] : ['app-update.yml: the feed is not https']),
  ];
};

export interface Contents {
  archive: PackedFile[];
  terminal: PackedFile[];
  top: PackedFile[];
}

/** Looks at the finished folder and throws with everything that is wrong with it. */
export const checkPackage = (folder: string, projectFolder: string): Contents => {
  const file = join(folder, 'resources', 'app.asar');
  asar.uncache(file);
  const archive = listArchive(file);
  const all = listFolder(folder);
  const terminal = all
    .filter(({ path }) => path.startsWith('cli/'))
    .map(({ path, size }) => ({ path: path.slice('cli/'.length), size }));
  const top = all.filter(({ path }) => !path.startsWith('cli/'));
  const wrong = [
    ...complaints(archive, archiveRules),
    ...complaints(terminal, terminalRules),
    ...complaints(top, topRules),
    ...manifestComplaints(asar.extractFile(file, 'package.json').toString('utf8')),
    ...archive.filter(isScript).flatMap(({ path }) => {
      const text = asar.extractFile(file, join(...path.split('/'))).toString('utf8');
      return scriptComplaints(path, text, projectFolder);
    }),
    ...checkFuses(join(folder, 'Fieldkit.exe')),
    ...checkUpdateFile(join(folder, 'resources', 'app-update.yml')),
  ];
  if (wrong.length > 0) throw new Error(`The package is not as it has to be:\n${wrong.join('\n')}`);
  return { archive, terminal, top };
};
