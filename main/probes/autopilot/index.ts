import type { AnyProbe } from '../probe';
import { devicePreparationProbe } from './device-preparation';
import { autopilotEventsProbe, preProvisioningProbe } from './events';
import { hardwareHashProbe } from './hardware-hash';
import { offlineDomainJoinProbe } from './offline-domain-join';
import { policyCacheProbe } from './policy-cache';
import { profileProbe } from './profile';
import { downloadedProfileProbe, offlineProfileProbe } from './profile-files';
import { setupPhaseProbe } from './setup-phase';
import { setupTrackingProbe } from './setup-tracking';

export const autopilotProbes = [
  profileProbe,
  policyCacheProbe,
  downloadedProfileProbe,
  offlineProfileProbe,
  setupTrackingProbe,
  devicePreparationProbe,
  offlineDomainJoinProbe,
  autopilotEventsProbe,
  preProvisioningProbe,
  setupPhaseProbe,
  hardwareHashProbe,
] satisfies readonly AnyProbe[];
