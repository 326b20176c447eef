import type { Raws } from '../probe';
import { valueOr } from '../text/reading';
import { registryOf } from '../text/registry';
import { sessionVariablesKey, userVariablesKey } from './sources';

export type Expand = (path: string | null) => string | null;

/** Puts the user's variables in; null when one of them is not known. */
export const expander = (raws: Raws): Expand => {
  const trees = [sessionVariablesKey, userVariablesKey].map((key) =>
    valueOr(registryOf(raws, key), null),
  );
  const valueOf = (name: string): string | null =>
    trees.map((tree) => tree?.string('', name) ?? null).find((value) => value !== null) ?? null;
  return (path) => {
    if (path === null) return null;
    const whole = path.replace(/%([^%]+)%/g, (all, name: string) => valueOf(name) ?? all);
    return whole.includes('%') ? null : whole;
  };
};

const plain = (path: string): string => path.replace(/[\\/]+$/, '').toLowerCase();

export const isUnder = (path: string, folder: string): boolean =>
  plain(path) === plain(folder) || plain(path).startsWith(`${plain(folder)}\\`);

export const isShare = (path: string): boolean => path.startsWith('\\\\');
