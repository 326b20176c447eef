import type { AnyProbe } from '../probe';
import { antivirusProductsProbe } from './antivirus-products';
import { attestationProbe } from './attestation';
import { bitlockerProbe } from './bitlocker';
import { bitlockerAtStartProbe } from './bitlocker-at-start';
import { bitlockerPolicyProbe } from './bitlocker-policy';
import { defenderProbe } from './defender';
import { endpointDetectionProbe } from './endpoint-detection';
import { firewallProbe } from './firewall';
import { keyEscrowProbe } from './key-escrow';
import { secureBootProbe } from './secure-boot';
import { tpmProbe } from './tpm';
import { tpmOwnershipProbe } from './tpm-ownership';

export const protectionProbes = [
  tpmProbe,
  tpmOwnershipProbe,
  attestationProbe,
  secureBootProbe,
  bitlockerProbe,
  bitlockerAtStartProbe,
  keyEscrowProbe,
  bitlockerPolicyProbe,
  defenderProbe,
  firewallProbe,
  antivirusProductsProbe,
  endpointDetectionProbe,
] satisfies readonly AnyProbe[];
