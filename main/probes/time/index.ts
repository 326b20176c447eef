import type { AnyProbe } from '../probe';
import { clockSyncProbe } from './clock-sync';
import { timeServiceProbe } from './time-service';
import { timeZoneProbe } from './time-zone';

export const timeProbes = [
  clockSyncProbe,
  timeServiceProbe,
  timeZoneProbe,
] satisfies readonly AnyProbe[];
