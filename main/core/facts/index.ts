import type { JoinFacts } from './join';
import type { SignInFacts } from './sign-in';
import type { OnPremisesFacts } from './on-premises';
import type { NetworkFacts } from './network';
import type { TimeFacts } from './time';
import type { MdmFacts } from './mdm';
import type { AutopilotFacts } from './autopilot';
import type { RecoveryFacts } from './recovery';
import type { ProtectionFacts } from './protection';
import type { LicenceFacts } from './licence';
import type { CoManagementFacts } from './co-management';
import type { CloudPcFacts } from './cloud-pc';
import type { CloudFacts } from './cloud-device';
import type { MachineFacts } from './machine';
import type { Registration } from './registration';

/** What each probe's reading holds. A new probe adds its line here, and the compiler asks for the rest. */
export interface Facts
  extends
    JoinFacts,
    SignInFacts,
    OnPremisesFacts,
    NetworkFacts,
    TimeFacts,
    MdmFacts,
    AutopilotFacts,
    RecoveryFacts,
    ProtectionFacts,
    LicenceFacts,
    CoManagementFacts,
    CloudPcFacts,
    CloudFacts,
    MachineFacts {
  'device-registration': Registration;
}

export type ProbeId = keyof Facts;
