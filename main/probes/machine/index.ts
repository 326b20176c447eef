import { localAccountsProbe } from './local-accounts';
import type { AnyProbe } from '../probe';
import { machineProbe } from './machine';
import { operatingSystemProbe } from './operating-system';
import { servicesProbe } from './services';
import { resumeEntryProbe } from './resume-entry';

export const machineProbes = [
  machineProbe,
  operatingSystemProbe,
  servicesProbe,
  resumeEntryProbe,
  localAccountsProbe,
] satisfies readonly AnyProbe[];
