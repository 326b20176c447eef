import type { Attestation } from '../../core/facts/protection';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-attestation-key',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Ngc\\AIKCertEnroll',
);

export const attestationProbe: Probe<'attestation'> = {
  id: 'attestation',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree): Attestation => {
      const code = tree.number('', 'ErrorCode');
      return {
        keyCertificate: code === null ? 'unknown' : code === 0 ? 'issued' : 'failed',
        keyCertificateError: code === 0 ? null : hexCode(code),
      };
    }),
};
