import type { LineId } from './line';
import * as suits from './suits';
import type { Condition } from './suits';

/** Who can start it. `you-as-administrator` becomes `you` where the caller is one. */
export type Starter =
  'you-as-administrator' | 'administrator-at-lock-screen' | 'it-department' | 'you-if-allowed';

/** What the documents say; most durations they do not state, and then nobody here invents one. */
export type Takes = 'not-stated' | 'half-hour-to-ninety' | 'minutes' | 'hours';

export interface Kind {
  /** Never reused. Words: `readiness.kind.<id>.title`, `.how`, `.risk`. */
  id: string;
  conditions: readonly Condition[];
  starter: Starter;
  /** Words: `readiness.keeps.<id>`, `readiness.loses.<id>`. */
  keeps: readonly string[];
  loses: readonly string[];
  takes: Takes;
  needs: readonly LineId[];
  /** Whether files are safe, whether the connection to the company stays, and whether Windows is set up anew. */
  files: 'kept' | 'lost';
  join: 'kept' | 'lost' | 'unjoined';
  /** Words: `readiness.after.<id>`, in order. */
  after: readonly string[];
  source: string;
}

const ownTools =
  'https://learn.microsoft.com/windows-hardware/manufacture/desktop/push-button-reset-overview';
const autopilotReset = 'https://learn.microsoft.com/autopilot/windows-autopilot-reset';
const wipe = 'https://learn.microsoft.com/intune/device-management/actions/wipe';
const freshStart = 'https://learn.microsoft.com/intune/device-management/actions/fresh-start';
const retire = 'https://learn.microsoft.com/intune/device-management/actions/retire';
const cloudPc = 'https://learn.microsoft.com/windows-365/end-user-access-cloud-pc';

/** What every reset of Windows on the PC itself stands on. */
const machine = [
  'resettable',
  'recovery',
  'waiting',
  'restart',
  'power',
  'space',
  'build',
  'recovery-key',
  'pending',
  'signed-in',
] as const;
const data = ['folders', 'uploaded', 'outside', 'asked', 'noted'] as const;

const settled = ['check-connection', 'pin-again', 'apps-again', 'check-files', 'run-check'];
const fromNew = [
  'connect-network',
  'sign-in-work',
  'wait-set-up',
  'pin-new',
  'cloud-files',
  'drives-printers',
  'run-check',
];

const onPc = [suits.notInsideCloud];
const byService = [suits.notInsideCloud, suits.managed];
const autopilot = [
  suits.notInsideCloud,
  suits.entraJoined,
  suits.managed,
  suits.notDevicePreparation,
];

const whole = {
  keeps: ['cloud-files', 'cloud-records'],
  loses: ['files', 'apps', 'settings', 'accounts', 'join', 'management'],
  files: 'lost',
  join: 'lost',
  needs: [...machine, ...data, 'comes-back'],
  after: fromNew,
  takes: 'not-stated',
} as const satisfies Partial<Kind>;

const keepsHome = {
  keeps: ['files', 'accounts', 'cloud-files'],
  loses: ['apps', 'settings', 'certificates'],
  files: 'kept',
  join: 'kept',
  needs: [...machine, ...data, 'comes-back', 'local-administrator'],
  after: settled,
  takes: 'not-stated',
} as const satisfies Partial<Kind>;

const autopilotAgain = {
  keeps: ['wireless', 'join', 'management', 'region', 'provisioning', 'cloud-files'],
  loses: ['files', 'apps', 'settings', 'profiles'],
  files: 'lost',
  join: 'kept',
  needs: [...machine, ...data, 'comes-back', 'local-administrator'],
  after: [
    'wait-first-contact',
    'sign-in-work',
    'pin-new',
    'cloud-files',
    'drives-printers',
    'run-check',
  ],
  takes: 'not-stated',
  source: autopilotReset,
} as const satisfies Partial<Kind>;

const inCloud = {
  conditions: [suits.insideCloudPc],
  files: 'lost',
  join: 'kept',
  starter: 'you-if-allowed',
  source: cloudPc,
} as const satisfies Partial<Kind>;

/** The kinds of reset there are, in the order of what they take: the gentlest of each place first. */
export const kinds: readonly Kind[] = [
  {
    ...keepsHome,
    id: 'local-keep',
    conditions: onPc,
    starter: 'you-as-administrator',
    takes: 'half-hour-to-ninety',
    source: ownTools,
  },
  {
    ...keepsHome,
    id: 'local-keep-download',
    conditions: [...onPc, suits.downloadsWindows, suits.notLongTerm, suits.online],
    starter: 'you-as-administrator',
    source: ownTools,
  },
  {
    ...whole,
    id: 'local-remove',
    conditions: onPc,
    starter: 'you-as-administrator',
    source: ownTools,
  },
  {
    ...whole,
    id: 'local-remove-clean',
    conditions: onPc,
    starter: 'you-as-administrator',
    takes: 'hours',
    source: ownTools,
  },
  {
    ...autopilotAgain,
    id: 'autopilot-reset-local',
    conditions: [...autopilot, suits.keysSwitchedOn],
    starter: 'administrator-at-lock-screen',
  },
  {
    ...autopilotAgain,
    id: 'autopilot-reset-remote',
    conditions: autopilot,
    starter: 'it-department',
  },
  {
    ...keepsHome,
    id: 'fresh-start-keep',
    conditions: byService,
    starter: 'it-department',
    loses: ['apps', 'maker-apps', 'settings'],
    after: ['sign-in-work', ...settled],
    source: freshStart,
  },
  {
    ...whole,
    id: 'fresh-start',
    conditions: byService,
    starter: 'it-department',
    loses: ['files', 'apps', 'maker-apps', 'settings', 'accounts', 'join-of-own-device'],
    after: ['starts-built-in', 'connect-again', 'run-check'],
    source: freshStart,
  },
  {
    ...keepsHome,
    id: 'wipe-keep',
    conditions: byService,
    starter: 'it-department',
    keeps: ['files', 'accounts', 'management', 'cloud-files'],
    loses: ['apps', 'settings', 'policies'],
    source: wipe,
  },
  { ...whole, id: 'wipe', conditions: byService, starter: 'it-department', source: wipe },
  { ...whole, id: 'wipe-protected', conditions: byService, starter: 'it-department', source: wipe },
  {
    ...whole,
    id: 'wipe-provisioning',
    conditions: byService,
    starter: 'it-department',
    keeps: ['provisioning', 'cloud-files', 'cloud-records'],
    source: wipe,
  },
  {
    ...whole,
    id: 'wipe-download',
    conditions: [...byService, suits.wipesFromCloud, suits.online],
    starter: 'it-department',
    source: wipe,
  },
  {
    id: 'retire',
    conditions: byService,
    starter: 'it-department',
    keeps: ['files', 'desktop-apps'],
    loses: ['company-data', 'policies', 'certificates', 'company-sign-in'],
    takes: 'not-stated',
    needs: ['local-administrator', 'recovery-key', 'pending', 'signed-in', 'folders', 'noted'],
    files: 'kept',
    join: 'unjoined',
    after: ['local-sign-in', 'connect-again', 'run-check'],
    source: retire,
  },
  {
    ...inCloud,
    id: 'cloud-pc-restore',
    keeps: ['until-restore-point'],
    loses: ['after-restore-point'],
    takes: 'not-stated',
    needs: ['outside', 'signed-in'],
    after: ['connect-cloud-pc', 'check-files', 'run-check'],
  },
  {
    ...inCloud,
    id: 'cloud-pc-reprovision',
    keeps: ['cloud-files'],
    loses: ['everything-cloud-pc'],
    takes: 'not-stated',
    needs: ['folders', 'uploaded', 'outside', 'asked', 'noted', 'signed-in'],
    after: ['connect-cloud-pc', 'cloud-files', 'drives-printers', 'run-check'],
  },
];

export const kindById = (id: string): Kind | null => kinds.find((kind) => kind.id === id) ?? null;
