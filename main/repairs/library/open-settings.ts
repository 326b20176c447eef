import { triOf } from '../../core/reading';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

/** The closed list of pages. Their addresses are the vendor's and the same in every language. */
export const settingsPages = {
  'work-account': 'workplace',
  'sign-in-options': 'signinoptions',
  'your-info': 'yourinfo',
  'date-time': 'dateandtime',
  proxy: 'network-proxy',
  vpn: 'network-vpn',
  'network-status': 'network-status',
  wifi: 'network-wifi',
  printers: 'printers',
  recovery: 'recovery',
  activation: 'activation',
  'windows-update': 'windowsupdate',
  backup: 'backup',
  storage: 'storagesense',
  apps: 'appsfeatures',
  encryption: 'deviceencryption',
} as const;

/** Ends well only when the Settings program is seen; what the person does there, the next check shows. */
const open = (id: string, page: string): Repair => ({
  id: `open-settings-${id}`,
  rights: 'user',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 5,
  acts: [
    scriptAct({
      key: `settings-${id}`,
      limitMs: 30_000,
      full: false,
      lines: `
        Start-Process -FilePath 'ms-settings:${page}';
        for ($turn = 0; $turn -lt 20; $turn++) {
          if (@(Get-Process -Name 'SystemSettings' -ErrorAction SilentlyContinue).Count -gt 0) { exit 0 };
          Start-Sleep -Milliseconds 500;
        };
        exit 41;`,
    }),
  ],
  needs: [],
  rereads: [],
  settleSeconds: 0,
  proof: (_before, _after, acted) =>
    proofOf(triOf(acted.some(({ acted: { exitCode } }) => exitCode === 0))),
  undo: 'not-needed',
});

export const settingsRepairs: readonly Repair[] = Object.entries(settingsPages).map(([id, page]) =>
  open(id, page),
);
