import type { AnyProbe } from '../probe';
import { cloudKerberosSettingsProbe } from './cloud-kerberos-settings';
import { directorySiteProbe } from './directory-site';
import { domainControllerProbe } from './domain-controller';
import { domainMembershipProbe } from './domain-membership';
import { mappedDrivesProbe } from './mapped-drives';
import { printersProbe } from './printers';
import { secureChannelProbe } from './secure-channel';
import { storedCredentialsProbe } from './stored-credentials';
import { groupPolicyRunsProbe } from './group-policy-runs';

export const onPremisesProbes = [
  domainMembershipProbe,
  domainControllerProbe,
  directorySiteProbe,
  secureChannelProbe,
  cloudKerberosSettingsProbe,
  storedCredentialsProbe,
  mappedDrivesProbe,
  printersProbe,
  groupPolicyRunsProbe,
] satisfies readonly AnyProbe[];
