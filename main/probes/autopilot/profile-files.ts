import type { FileEncoding } from '../../core/facts/autopilot';
import { failed, ok } from '../../core/reading';
import { decode } from '../../os/decode';
import type { Source } from '../../os/port';
import type { Probe } from '../probe';
import { rawOf, textOf } from '../text/raw';
import { jsonText, objectIn } from './json';
import { readProfile } from './profile-document';

const file = (key: string, path: string) =>
  ({ kind: 'file', key, rights: 'user', limitMs: 3_000, path, maxBytes: 256 * 1024 }) as const;

const downloaded: readonly Source[] = [
  file('file-autopilot-profile', '%SystemRoot%\\ServiceState\\wmansvc\\AutopilotDDSZTDFile.json'),
  file(
    'file-autopilot-profile-newer',
    '%SystemRoot%\\ServiceState\\Autopilot\\AutopilotDDSZTDFile.json',
  ),
];
const offline = file(
  'file-autopilot-offline-profile',
  '%SystemRoot%\\Provisioning\\Autopilot\\AutopilotConfigurationFile.json',
);

/** A file here may be older than the registration: presence never proves "registered now". */
export const downloadedProfileProbe: Probe<'autopilot-downloaded-profile'> = {
  id: 'autopilot-downloaded-profile',
  on: ['win32'],
  reads: downloaded,
  parse: (raws) => {
    const told = downloaded.map(({ key }) => textOf(raws, key));
    const profiles = told.flatMap((each) =>
      each.kind === 'ok' ? readProfile(each.value.text) : [],
    );
    const newest = profiles
      .filter((profile) => profile !== null)
      .sort((a, b) => (b.downloadedAt ?? 0) - (a.downloadedAt ?? 0))[0];
    if (newest !== undefined) return ok({ profile: newest });
    const [first] = told.filter(({ kind }) => kind !== 'ok');
    return profiles.length > 0 || first === undefined || first.kind === 'ok'
      ? failed('not-understood', 'no profile in the file')
      : first;
  },
};

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const encodingOf = (bytes: Uint8Array): FileEncoding => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  const { encoding } = decode(bytes);
  if (encoding.startsWith('utf-16')) return 'utf-16';
  if (bytes.every((byte) => byte < 0x80)) return 'ascii';
  return encoding === 'utf-8' ? 'utf-8' : 'ansi';
};

const ignored: readonly FileEncoding[] = ['utf-8-bom', 'utf-16'];

export const offlineProfileProbe: Probe<'autopilot-offline-profile'> = {
  id: 'autopilot-offline-profile',
  on: ['win32'],
  reads: [offline],
  parse: (raws) => {
    const raw = rawOf(raws, offline.key);
    if (raw.kind !== 'ok') return raw;
    const { text } = decode(raw.value.bytes);
    const profile = readProfile(text);
    const json = objectIn(text);
    if (profile === null || json === null)
      return failed('not-understood', 'no profile in the file');
    const encoding = encodingOf(raw.value.bytes);
    return ok({
      encoding,
      ignoredByWindows: ignored.includes(encoding),
      profile,
      comment: jsonText(json, 'Comment_File'),
    });
  },
};
