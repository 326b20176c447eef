import type { ResetLosses } from '../../core/facts/recovery';
import { triOf } from '../../core/reading';
import type { Source } from '../../os/port';
import { childOf, jsonText, objectIn } from '../autopilot/json';
import type { Raws } from '../probe';
import { rawOf, textOf } from '../text/raw';

const file = (key: string, path: string) =>
  ({
    kind: 'file',
    key,
    rights: 'user',
    limitMs: 3_000,
    path: `%LOCALAPPDATA%\\${path}\\User Data\\Local State`,
    maxBytes: 4 * 1024 * 1024,
  }) as const;

const browsers = [
  { name: 'Edge', source: file('file-edge-profiles', 'Microsoft\\Edge') },
  { name: 'Chrome', source: file('file-chrome-profiles', 'Google\\Chrome') },
];

export const browserReads: readonly Source[] = browsers.map(({ source }) => source);

interface Profile {
  name: string;
  signedIn: boolean;
}

const profilesIn = (browser: string, text: string): Profile[] | null => {
  const json = objectIn(text);
  const profile = json && childOf(json, 'profile');
  const cache = profile && childOf(profile, 'info_cache');
  if (!cache) return null;
  return Object.keys(cache).map((folder) => {
    const entry = childOf(cache, folder);
    return {
      name: `${browser}: ${folder}`,
      signedIn: entry !== null && jsonText(entry, 'user_name') !== null,
    };
  });
};

/** A profile nobody signed in to has no copy. One that is signed in may sync, or not: not known here. */
export const browserLoss = (raws: Raws): ResetLosses['losses'][number] => {
  const found = browsers.map(({ name, source }) => {
    const raw = rawOf(raws, source.key);
    if (raw.kind === 'unavailable' && raw.why === 'absent') return [];
    const told = textOf(raws, source.key);
    return told.kind === 'ok' ? profilesIn(name, told.value.text) : null;
  });
  const profiles = found.flatMap((list) => list ?? []);
  const none = profiles.length === 0 && found.every((list) => list !== null);
  return {
    kind: 'browser-profiles',
    lost: triOf(profiles.some(({ signedIn }) => !signedIn) ? true : none ? false : null),
    names: profiles.length === 0 && !none ? null : profiles.map(({ name }) => name),
  };
};
