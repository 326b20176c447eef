import { declareAct } from '../../os/act';
import { proofOf } from '../proofs';
import { triOf } from '../../core/reading';
import type { Repair } from '../repair';
import { everybody } from './seats';

/** Without the area of the security chip, which can take minutes. The archive is proof of itself. */
export const collectMdmDiagnostics: Repair = {
  id: 'collect-mdm-diagnostics',
  rights: 'admin',
  session: 'any',
  risk: 'none',
  seats: everybody,
  seconds: 90,
  acts: [
    declareAct({
      key: 'mdm-diagnostics',
      tool: 'mdmdiagnosticstool.exe',
      args: ['-area', 'Autopilot;DeviceEnrollment;DeviceProvisioning', '-zip', { place: 'saved' }],
      limitMs: 300_000,
      saves: { name: 'mdm-diagnostics.zip', from: 'program' },
    }),
  ],
  needs: [],
  rereads: [],
  settleSeconds: 0,
  proof: (_before, _after, acted) =>
    proofOf(triOf(acted.some(({ acted }) => acted.saved !== null))),
  undo: 'not-needed',
};
