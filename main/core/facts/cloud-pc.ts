import type { Tri } from '../reading';

export type VirtualKind =
  'cloud-pc' | 'session-host' | 'multi-session-host' | 'virtual-machine' | 'physical' | 'unknown';

export type VirtualSign =
  | 'windows-365-key'
  | 'cloud-pc-extension'
  | 'cloud-pc-model'
  | 'session-host-agent'
  | 'multi-session-edition'
  | 'cloud-pc-name'
  | 'virtual-hardware';

export interface VirtualDesktop {
  kind: VirtualKind;
  cloudPc: Tri;
  sessionHost: Tri;
  virtual: Tri;
  signs: Record<VirtualSign, Tri>;
}

export interface SessionHostAgent {
  installed: Tri;
  /** Those that are installed; null when services could not be asked for. */
  services: { name: string; running: Tri }[] | null;
}

/** By probe id. */
export interface CloudPcFacts {
  'virtual-desktop': VirtualDesktop;
  'session-host-agent': SessionHostAgent;
}
