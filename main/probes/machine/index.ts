import type { AnyProbe } from '../probe';
import { machineProbe } from './machine';
import { operatingSystemProbe } from './operating-system';
import { servicesProbe } from './services';

export const machineProbes = [
  machineProbe,
  operatingSystemProbe,
  servicesProbe,
] satisfies readonly AnyProbe[];
