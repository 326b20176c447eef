import type { AnyProbe } from '../probe';
import { coManagementProbe } from './co-management';
import { configMgrClientProbe } from './configmgr-client';
import { coManagementLogProbe } from './log';

export const coManagementProbes = [
  coManagementProbe,
  configMgrClientProbe,
  coManagementLogProbe,
] satisfies readonly AnyProbe[];
