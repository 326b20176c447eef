import { deviceRegistration } from './join/dsregcmd/index';
import type { AnyProbe } from './probe';

/** Every probe, in the order a person would ask. */
export const probes: readonly AnyProbe[] = [deviceRegistration];
