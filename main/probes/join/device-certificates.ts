import type { X509Certificate } from 'node:crypto';
import type { CertificateKind, DeviceCertificate } from '../../core/facts/join';
import { triOf } from '../../core/reading';
import type { Probe } from '../probe';
import { readCertificateRecord } from '../text/certificate-record';
import type { CertificateRecord } from '../text/certificate-record';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-machine-certificates',
  'HKLM',
  'SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates',
);

/** Issuer names are fixed by the service; management certificates are read by `mdm-certificates`. */
const issuers: readonly { name: RegExp; kind: CertificateKind }[] = [
  { name: /^MS-Organization-Access$/, kind: 'device' },
  { name: /^MS-Organization-P2P-Access/, kind: 'peer-to-peer' },
];

const commonName = (name: string): string | null => /(?:^|\n)CN=(.+)/.exec(name)?.[1] ?? null;

const dateOf = (text: string): number | null => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
};

const kindOf = (certificate: X509Certificate): CertificateKind | null => {
  const issuer = commonName(certificate.issuer) ?? '';
  return issuers.find(({ name }) => name.test(issuer))?.kind ?? null;
};

const factOf = ({ certificate, keyProvider }: CertificateRecord): DeviceCertificate[] => {
  const kind = kindOf(certificate);
  if (kind === null) return [];
  return [
    {
      thumbprint: certificate.fingerprint.replace(/:/g, '').toLowerCase(),
      kind,
      issuer: commonName(certificate.issuer) ?? '',
      name: commonName(certificate.subject),
      from: dateOf(certificate.validFrom),
      to: dateOf(certificate.validTo),
      keyProvider,
      tpmProtected: triOf(keyProvider === null ? null : /Platform Crypto/.test(keyProvider)),
    },
  ];
};

export const deviceCertificatesProbe: Probe<'device-certificates'> = {
  id: 'device-certificates',
  on: ['win32'],
  reads: registryReads(source),
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => {
      const records = tree.children('').map((thumbprint) => {
        const bytes = tree.bytes(thumbprint, 'Blob');
        return bytes === null ? null : readCertificateRecord(bytes);
      });
      return {
        certificates: records.flatMap((record) => (record === null ? [] : factOf(record))),
        unreadable: records.filter((record) => record === null).length,
      };
    }),
};
