import type { AnyProbe } from '../probe';
import { sessionHostAgentProbe } from './session-host-agent';
import { virtualDesktopProbe } from './virtual-desktop';

export const cloudPcProbes = [
  virtualDesktopProbe,
  sessionHostAgentProbe,
] satisfies readonly AnyProbe[];
