import type { AnyProbe } from '../probe';
import { cloudKerberosProbe } from './cloud-kerberos';
import { entraEventsProbe } from './entra-events';
import { helloEventsProbe } from './hello-events';
import { helloKeysProbe } from './hello-keys';
import { helloPolicyProbe } from './hello-policy';
import { kerberosTicketsProbe } from './kerberos-tickets';
import { lastSignInProbe } from './last-sign-in';
import { passwordResetLinkProbe } from './password-reset-link';
import { pinResetProbe } from './pin-reset';
import { securityKeysProbe } from './security-keys';
import { signInServicesProbe } from './services';
import { tokenBrokerProbe } from './token-broker';
import { appAccountsProbe } from './app-accounts';

export const signInProbes = [
  kerberosTicketsProbe,
  cloudKerberosProbe,
  helloPolicyProbe,
  helloKeysProbe,
  helloEventsProbe,
  pinResetProbe,
  securityKeysProbe,
  passwordResetLinkProbe,
  tokenBrokerProbe,
  signInServicesProbe,
  entraEventsProbe,
  lastSignInProbe,
  appAccountsProbe,
] satisfies readonly AnyProbe[];
