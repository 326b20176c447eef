import { valueOf } from '../../core/snapshot';
import { need, not } from '../needs';
import { proofOf } from '../proofs';
import type { Repair } from '../repair';
import { scriptAct } from '../script';
import { everybody } from './seats';

const present = (snapshot: Parameters<Repair['proof']>[0]) =>
  valueOf(snapshot, 'token-broker')?.package ?? 'unknown';

/** Registers again, for this user, the sign-in helper that is part of Windows. Its data stays as it is. */
export const registerBroker: Repair = {
  id: 'register-broker',
  rights: 'user',
  session: 'own',
  risk: 'none',
  seats: everybody,
  seconds: 20,
  acts: [
    scriptAct({
      key: 'register-broker',
      limitMs: 90_000,
      full: false,
      lines: `
        $manifest = $env:SystemRoot + '\\SystemApps\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\\Appxmanifest.xml';
        if (-not (Test-Path -LiteralPath $manifest)) { exit 41 };
        Add-AppxPackage -Register $manifest -DisableDevelopmentMode -ForceApplicationShutdown;`,
    }),
  ],
  needs: [need('broker-missing', ['token-broker'], 'go-on', (snapshot) => not(present(snapshot)))],
  rereads: ['token-broker'],
  settleSeconds: 9,
  proof: (_before, after) => proofOf(present(after)),
  undo: 'not-needed',
};
