import type { LogEntry } from './mdm';
import type { Tri } from '../reading';

export type Workload =
  | 'compliance'
  | 'resource-access'
  | 'device-configuration'
  | 'windows-update'
  | 'endpoint-protection'
  | 'client-apps'
  | 'office-click-to-run';

export interface CoManagement {
  clientInstalled: Tri;
  on: Tri;
  flags: number | null;
  /** Workloads that Intune decides. */
  intuneWorkloads: Workload[];
  /** Bits without a public meaning, as `0x…`; null when there are none. */
  unknownBits: string | null;
  siteCode: string | null;
  version: string | null;
  /** The client holds back policies until imaging is done; stuck after a failed one. */
  provisioningMode: Tri;
}

export interface ConfigMgrClient {
  installed: Tri;
  version: string | null;
}

export interface CoManagementLog {
  /** The last merged value the client wrote down. */
  mergedFlags: number | null;
  mergedAt: string | null;
  problems: LogEntry[];
}

/** By probe id. */
export interface CoManagementFacts {
  'co-management': CoManagement;
  'configmgr-client': ConfigMgrClient;
  'co-management-log': CoManagementLog;
}
