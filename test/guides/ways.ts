import type { GuideEndView, PracticeEnding, Tri } from '../../preload/contract';

/** One way through a guide on a sample: how acts end there, what the person answers, and where that leads. */
export interface Way {
  on: string;
  ending: PracticeEnding;
  /** At a step where the person chooses: the option. The first one where nothing is said. */
  picks?: Readonly<Record<string, string>>;
  /** What the person says to every question; yes unless told otherwise. No keeps everything at a consent. */
  says?: Tri;
  ends: readonly [how: GuideEndView['how'], step: string];
}

const works = 'works';
const fails = 'fails';
const nothing = 'changes-nothing';

/**
 * For every guide the way that comes out well, then ways that do not. Where even the first is not `proved`,
 * the proof lies outside of the PC, or the way there leads through other hands.
 */
export const ways: Readonly<Record<string, readonly [Way, Way, Way, ...Way[]]>> = {
  'apps-ask-for-sign-in': [
    { on: 'password-changed-elsewhere', ending: works, ends: ['proved', 'fine'] },
    { on: 'password-changed-elsewhere', ending: fails, ends: ['handed-over', 'tell-it'] },
    { on: 'second-proof-needed', ending: nothing, ends: ['handed-over', 'tell-it'] },
    { on: 'hotel-network', ending: works, ends: ['proved', 'fine'] },
  ],
  'forgot-password': [
    { on: 'password-changed-elsewhere', ending: works, ends: ['proved', 'fine'] },
    { on: 'password-changed-elsewhere', ending: nothing, ends: ['handed-over', 'call-it'] },
    { on: 'hybrid-not-set-up', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'forgot-pin': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'healthy-hybrid-desktop', ending: works, ends: ['handed-over', 'call-it'] },
    { on: 'key-lost-after-repair', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'hello-stopped': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'password-changed-elsewhere', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'healthy-hybrid-desktop', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'recovery-key-asked': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'healthy-cloud-laptop', ending: fails, ends: ['handed-over', 'tell-it'] },
    { on: 'new-pc-out-of-the-box', ending: works, ends: ['handed-over', 'tell-it'] },
  ],
  // Only the service knows what it thinks of the PC.
  'not-compliant': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['unknown', 'fine'] },
    { on: 'healthy-cloud-laptop', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'healthy-hybrid-desktop', ending: nothing, ends: ['handed-over', 'call-it'] },
  ],
  'company-things-unreachable': [
    { on: 'adfs-refuses-device', ending: works, ends: ['proved', 'fine'] },
    { on: 'adfs-refuses-device', ending: fails, ends: ['handed-over', 'call-it'] },
    {
      on: 'adfs-refuses-device',
      ending: works,
      picks: { which: 'printer', printed: 'no' },
      ends: ['handed-over', 'call-it'],
    },
  ],
  'vpn-and-domain': [
    { on: 'healthy-hybrid-desktop', ending: works, ends: ['proved', 'fine'] },
    { on: 'hotel-network', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'hotel-network', ending: works, ends: ['not-proved', 'fine'] },
  ],
  'wrong-time': [
    { on: 'clock-behind', ending: works, ends: ['proved', 'fine'] },
    { on: 'clock-behind', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'clock-behind', ending: nothing, ends: ['handed-over', 'call-it'] },
  ],
  'remove-old-work-account': [
    { on: 'registered-twice', ending: works, ends: ['proved', 'fine'] },
    { on: 'registered-twice', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'registered-twice', ending: nothing, ends: ['handed-over', 'call-it'] },
  ],
  'prepare-reset': [
    { on: 'laptop-before-reset', ending: works, ends: ['proved', 'ready'] },
    { on: 'healthy-cloud-laptop', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'personal-pc-with-work-account', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'reset-this-pc': [
    { on: 'laptop-before-reset', ending: works, ends: ['proved', 'fine'] },
    { on: 'laptop-before-reset', ending: works, says: 'no', ends: ['handed-over', 'stopped'] },
    { on: 'registered-twice', ending: works, ends: ['handed-over', 'prepare'] },
    {
      on: 'laptop-before-reset',
      ending: works,
      picks: { which: 'remove' },
      ends: ['handed-over', 'do-remove'],
    },
  ],
  'after-reset': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'password-changed-elsewhere', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'new-pc-out-of-the-box', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'new-pc-day': [
    { on: 'password-changed-elsewhere', ending: works, ends: ['proved', 'fine'] },
    { on: 'password-changed-elsewhere', ending: fails, ends: ['handed-over', 'call-it'] },
    { on: 'key-lost-after-repair', ending: works, ends: ['handed-over', 'call-it'] },
  ],
  'cloud-pc-stuck': [
    { on: 'cloud-desktop', ending: works, ends: ['proved', 'fine'] },
    {
      on: 'cloud-desktop',
      ending: works,
      picks: { works: 'no', better: 'no', may: 'ask' },
      ends: ['handed-over', 'call-it'],
    },
    {
      on: 'cloud-desktop',
      ending: works,
      picks: { works: 'no', better: 'no', may: 'restore', back: 'no' },
      ends: ['handed-over', 'call-it'],
    },
    // From another PC nobody sees how the Cloud PC is.
    { on: 'healthy-cloud-laptop', ending: works, ends: ['unknown', 'fine'] },
  ],
  preflight: [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'registered-twice', ending: fails, ends: ['not-proved', 'fine'] },
    { on: 'set-up-chip-cannot-prove', ending: works, ends: ['handed-over', 'chip-guide'] },
  ],
  'watch-set-up': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'set-up-stops-at-app', ending: works, ends: ['handed-over', 'app-failed'] },
    { on: 'set-up-chip-cannot-prove', ending: works, ends: ['handed-over', 'hangs'] },
  ],
  'local-autopilot-reset': [
    { on: 'laptop-before-reset', ending: works, ends: ['proved', 'fine'] },
    { on: 'healthy-cloud-laptop', ending: works, ends: ['handed-over', 'switched-off'] },
    { on: 'laptop-before-reset', ending: works, says: 'no', ends: ['handed-over', 'stopped'] },
  ],
  'repair-hybrid-join': [
    { on: 'waiting-for-directory', ending: works, ends: ['proved', 'fine'] },
    { on: 'waiting-for-directory', ending: fails, ends: ['handed-over', 'directory'] },
    { on: 'hybrid-not-set-up', ending: works, ends: ['handed-over', 'directory'] },
  ],
  're-enrol-management': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'healthy-cloud-laptop', ending: fails, ends: ['handed-over', 'tell'] },
    { on: 'waiting-for-directory', ending: works, ends: ['handed-over', 'join-first'] },
  ],
  'device-gone-from-cloud': [
    { on: 'device-switched-off', ending: works, ends: ['proved', 'fine'] },
    { on: 'device-switched-off', ending: fails, ends: ['handed-over', 'tell'] },
    { on: 'waiting-for-directory', ending: works, ends: ['handed-over', 'tell'] },
  ],
  'repair-recovery': [
    { on: 'registered-twice', ending: works, ends: ['proved', 'fine'] },
    { on: 'registered-twice', ending: fails, ends: ['handed-over', 'tell'] },
    { on: 'registered-twice', ending: nothing, ends: ['handed-over', 'tell'] },
  ],
  'chip-not-ready': [
    { on: 'healthy-cloud-laptop', ending: works, ends: ['proved', 'fine'] },
    { on: 'chip-locked-out', ending: works, ends: ['handed-over', 'wait-unlock'] },
    { on: 'set-up-chip-cannot-prove', ending: works, ends: ['handed-over', 'vendor'] },
  ],
  'co-management-stuck': [
    { on: 'co-managed-desktop', ending: works, ends: ['proved', 'fine'] },
    { on: 'co-managed-desktop', ending: fails, ends: ['handed-over', 'site'] },
    { on: 'co-managed-desktop', ending: nothing, ends: ['handed-over', 'site'] },
  ],
  // The reset for the next person is started by the organisation.
  'hand-over-device': [
    { on: 'laptop-before-reset', ending: works, ends: ['handed-over', 'remote'] },
    { on: 'healthy-hybrid-desktop', ending: works, ends: ['handed-over', 'wipe'] },
    { on: 'registered-twice', ending: fails, ends: ['handed-over', 'wipe'] },
  ],
  'sign-off': [
    { on: 'laptop-before-reset', ending: works, ends: ['proved', 'fine'] },
    { on: 'device-switched-off', ending: works, ends: ['handed-over', 'not-done'] },
    { on: 'healthy-cloud-laptop', ending: fails, ends: ['handed-over', 'not-safe'] },
  ],
};
