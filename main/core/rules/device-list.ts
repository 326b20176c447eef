import type { Rule } from '../finding';
import { accountBrokerRules } from './account-broker';
import { addressRules } from './address';
import { clockRules } from './clock';
import { cloudKerberosRules } from './cloud-kerberos';
import { deviceCertificateRules } from './device-certificates';
import { domainControllerRules } from './domain-controller';
import { driveRules } from './drives';
import { entraEventRules } from './entra-events';
import { helloEventRules } from './hello-events';
import { helloPolicyRules } from './hello-policy';
import { joinRecordRules } from './join-records';
import { joinTargetRules } from './join-target';
import { joinTaskRules } from './join-tasks';
import { kerberosRules } from './kerberos';
import { nameServiceRules } from './name-service';
import { printerAndCredentialRules } from './printers-and-credentials';
import { proxyRules } from './proxy';
import { registrationEventRules } from './registration-events';
import { secureChannelRules } from './secure-channel';
import { signInMethodRules } from './sign-in-methods';
import { signInServiceRules } from './sign-in-services';
import { timeServiceRules } from './time-service';
import { vpnRules } from './vpn';

/** Rules beyond dsregcmd: sign-in, join, directory, network and time. */
export const deviceRulesBeyond: readonly Rule[] = [
  ...addressRules,
  ...nameServiceRules,
  ...proxyRules,
  ...vpnRules,
  ...clockRules,
  ...timeServiceRules,
  ...joinTargetRules,
  ...joinTaskRules,
  ...joinRecordRules,
  ...deviceCertificateRules,
  ...registrationEventRules,
  ...entraEventRules,
  ...accountBrokerRules,
  ...signInServiceRules,
  ...helloPolicyRules,
  ...helloEventRules,
  ...signInMethodRules,
  ...domainControllerRules,
  ...secureChannelRules,
  ...kerberosRules,
  ...cloudKerberosRules,
  ...driveRules,
  ...printerAndCredentialRules,
];
