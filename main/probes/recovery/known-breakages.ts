import type { Breakage } from '../../core/facts/recovery';

interface KnownBreakage extends Breakage {
  builds: readonly number[];
  firstBad: number;
  firstGood: number;
}

const announcement =
  'https://windowsnews.ai/article/microsoft-rushes-emergency-kb5066189-kb5066188-kb5066187-to-fix-broken-windows-recovery-tools.378263';

/** Updates that broke a way back. Cumulative: every revision from `firstGood` on is mended. */
export const knownBreakages: readonly KnownBreakage[] = [
  {
    id: 'reset-2025-08-windows-11',
    breaks: 'reset',
    builds: [22621, 22631],
    firstBad: 5768,
    firstGood: 5771,
    update: 'KB5063875',
    mendedBy: 'KB5066189',
    source: announcement,
  },
  {
    id: 'reset-2025-08-windows-10',
    breaks: 'reset',
    builds: [19044, 19045],
    firstBad: 6216,
    firstGood: 6218,
    update: 'KB5063709',
    mendedBy: 'KB5066188',
    source: announcement,
  },
  {
    id: 'reset-2025-08-ltsc-2019',
    breaks: 'reset',
    builds: [17763],
    firstBad: 7678,
    firstGood: 7683,
    update: 'KB5063877',
    mendedBy: 'KB5066187',
    source: announcement,
  },
  {
    id: 'recovery-input-2025-10',
    breaks: 'recovery-input',
    builds: [26100, 26200],
    firstBad: 6899,
    firstGood: 6901,
    update: 'KB5066835',
    mendedBy: 'KB5070773',
    source:
      'https://windowsforum.com/threads/winre-usb-input-restored-after-october-2025-update-kb5070773.386250/post-941073',
  },
];

export const breakagesOf = (build: number | null, revision: number | null): Breakage[] =>
  build === null || revision === null
    ? []
    : knownBreakages
        .filter(
          ({ builds, firstBad, firstGood }) =>
            builds.includes(build) && revision >= firstBad && revision < firstGood,
        )
        .map(({ id, breaks, update, mendedBy, source }) => ({
          id,
          breaks,
          update,
          mendedBy,
          source,
        }));
