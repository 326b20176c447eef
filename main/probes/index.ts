import { autopilotProbes } from './autopilot/index';
import { cloudPcProbes } from './cloud-pc/index';
import { coManagementProbes } from './co-management/index';
import { deviceRegistration } from './join/dsregcmd/index';
import { joinProbes } from './join/index';
import { licenceProbes } from './licence/index';
import { machineProbes } from './machine/index';
import { mdmProbes } from './mdm/index';
import { networkProbes } from './network/index';
import { onPremisesProbes } from './on-premises/index';
import type { AnyProbe } from './probe';
import { protectionProbes } from './protection/index';
import { recoveryProbes } from './recovery/index';
import { signInProbes } from './sign-in/index';
import { timeProbes } from './time/index';

/** Every probe by what it serves, in the order a person would ask. */
export const rooms = {
  join: [deviceRegistration, ...joinProbes],
  'sign-in': signInProbes,
  'on-premises': onPremisesProbes,
  network: networkProbes,
  time: timeProbes,
  mdm: mdmProbes,
  autopilot: autopilotProbes,
  recovery: recoveryProbes,
  protection: protectionProbes,
  licence: licenceProbes,
  'co-management': coManagementProbes,
  'cloud-pc': cloudPcProbes,
  machine: machineProbes,
} as const satisfies Record<string, readonly AnyProbe[]>;

export const probes: readonly AnyProbe[] = Object.values(rooms).flat();

/** What an ordinary check asks; the rest is read only when somebody names it. */
export const ordinaryProbes = probes.filter((probe) => probe.onRequest !== true);
