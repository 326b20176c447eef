import type { WindowsVersion } from '../../core/facts/recovery';
import { failed, ok, triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { registryOf, registryReads } from '../text/registry';
import { breakagesOf } from './known-breakages';
import { windowsVersionKey } from './sources';

/** `ProductName` still says Windows 10 on Windows 11; the build does not. */
const firstWindows11 = 22000;
const firstWindows10 = 10240;

const familyOf = (build: number | null, type: string | null): WindowsVersion['family'] => {
  if (/^server/i.test(type ?? '')) return 'server';
  if (build === null || build < firstWindows10) return 'unknown';
  return build >= firstWindows11 ? 'windows-11' : 'windows-10';
};

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;

export const windowsVersionProbe: Probe<'windows-version'> = {
  id: 'windows-version',
  on: ['win32'],
  reads: registryReads(windowsVersionKey),
  parse: (raws) => {
    const tree = registryOf(raws, windowsVersionKey);
    if (tree.kind !== 'ok') return tree;
    const text = (name: string) => tree.value.string('', name);
    const build = wholeNumber(text('CurrentBuild') ?? text('CurrentBuildNumber'));
    const revision = tree.value.number('', 'UBR');
    const edition = text('EditionID');
    const installed = tree.value.number('', 'InstallDate');
    if (build === null && edition === null) return failed('not-understood', 'no build');
    return ok({
      build,
      revision,
      displayVersion: text('DisplayVersion') ?? text('ReleaseId'),
      edition,
      home: triOf(edition === null ? null : /^Core/.test(edition)),
      family: familyOf(build, text('InstallationType')),
      installedAt: installed === null || installed === 0 ? null : installed * 1000,
      breakages: breakagesOf(build, revision),
    });
  },
};
