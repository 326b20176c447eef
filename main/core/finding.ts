import type { Snapshot } from './snapshot';

/** `broken` stops work now; `attention` will, or does in part; `notice` never changes the verdict. */
export type Severity = 'broken' | 'attention' | 'notice';
export type Certainty = 'proved' | 'likely' | 'possible';
export type Owner = 'user' | 'technician' | 'network' | 'directory' | 'tenant' | 'vendor';

/** Which link of the chain a finding sits on, from the wire to the app. */
export const links = [
  'link',
  'address',
  'name-service',
  'internet',
  'clock',
  'proxy-tls',
  'vpn',
  'domain-controller',
  'join-setup',
  'entra-reachable',
  'device-registration',
  'device-key',
  'device-accepted',
  'prt',
  'enterprise-prt',
  'hello',
  'kerberos',
  'file-server',
  'setup',
  'mdm',
  'co-management',
  'apps',
  'compliance',
  'protection',
  'licence',
  'cloud-pc',
  'updates',
  'recovery',
  'encryption',
  'data',
  'evidence',
] as const;
export type Link = (typeof links)[number];

/** A task the finding matters for although nothing is wrong today: the pages for that task show it. */
export type Topic = 'reset' | 'autopilot';

export interface Evidence {
  /** Probe id. */
  source: string;
  field: string;
  value: string;
  /** 1-based line in the raw text, where there is one. */
  line?: number;
}

/** What a rule returns when it holds. Missing evidence returns null, never a hit. */
export interface Hit {
  evidence: Evidence[];
  severity?: Severity;
  certainty?: Certainty;
  owner?: Owner;
  codes?: string[];
  /** Values for the placeholders in the words of this finding. */
  values?: Record<string, string | number>;
}

export interface Rule {
  /** Never reused: support codes and tickets of old releases must stay readable. */
  id: string;
  link: Link;
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
  guide: string | null;
  /** Where the knowledge comes from. */
  source: string;
  /** Ids of findings that are consequences of this one. */
  explains: readonly string[];
  topics?: readonly Topic[];
  when(snapshot: Snapshot): Hit | null;
}

export interface Finding {
  id: string;
  link: Link;
  severity: Severity;
  certainty: Certainty;
  owner: Owner;
  evidence: Evidence[];
  codes: string[];
  values: Record<string, string | number>;
  causedBy: string | null;
  guide: string | null;
  source: string;
  topics?: readonly Topic[];
}
