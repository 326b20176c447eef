import type { Tri } from '../reading';

export type VirtualKind =
  'cloud-pc' | 'session-host' | 'multi-session-host' | 'virtual-machine' | 'physical' | 'unknown';

export interface VirtualDesktop {
  kind: VirtualKind;
  cloudPc: Tri;
  sessionHost: Tri;
  virtual: Tri;
  signs: string[];
}

export interface SessionHostAgent {
  installed: Tri;
  registered: Tri;
  version: string | null;
  services: { name: string; running: Tri }[];
}

/** By probe id. */
export interface CloudPcFacts {
  'virtual-desktop': VirtualDesktop;
  'session-host-agent': SessionHostAgent;
}
