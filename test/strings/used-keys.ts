import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../main/core/rules';

interface SourceFile {
  path: string;
  text: string;
}

const folders = ['main', 'renderer', 'preload', 'strings', 'scripts', 'bin'];

let read: SourceFile[] | undefined;

export const sourceFiles = (): SourceFile[] =>
  (read ??= folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  ));

const part = '[A-Za-z0-9 -]+';
const wholeKey = new RegExp(`['"](${part}(?:\\.${part})+)['"]`, 'gu');
const templateKey = /`((?:[a-z0-9.-]|\$\{[^}`]+\})+)`/gu;

/** Keys written out, and families of keys that are put together from a prefix and an id. */
export const usedKeys = (files: readonly SourceFile[]) => {
  const whole = new Set<string>();
  const families = new Map<string, RegExp>();
  for (const { text } of files) {
    for (const [, key] of text.matchAll(wholeKey)) if (key !== undefined) whole.add(key);
    for (const [, template] of text.matchAll(templateKey)) {
      if (template === undefined || !/^[a-z-]+\./u.test(template)) continue;
      const pattern = template
        .split(/\$\{[^}]+\}/u)
        .map((fixed) => fixed.replaceAll('.', '\\.'))
        .join('.+');
      if (pattern.includes('.+')) families.set(pattern, new RegExp(`^${pattern}$`, 'u'));
    }
  }
  return { whole, families: [...families.values()] };
};

export const findingIds = (): string[] => rules.map(({ id }) => id);

export const sampleIds = (): string[] =>
  JSON.parse(readFileSync('resources/devices/index.json', 'utf8')) as string[];
