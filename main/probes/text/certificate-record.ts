import { X509Certificate } from 'node:crypto';

/** Properties of a stored certificate that we read ([MS-GPEF] 2.2.1.1.1.1). */
const keyProviderInfo = 2;
const encodedCertificate = 32;
const header = 12;
/** Seven numbers stand before the first text. */
const providerHead = 7 * 4;

export interface CertificateRecord {
  certificate: X509Certificate;
  keyProvider: string | null;
}

const properties = (record: Uint8Array): Map<number, Uint8Array> | null => {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const found = new Map<number, Uint8Array>();
  let at = 0;
  while (at + header <= record.length) {
    const length = view.getUint32(at + 8, true);
    const end = at + header + length;
    if (end > record.length) return null;
    found.set(view.getUint32(at, true), record.subarray(at + header, end));
    at = end;
  }
  return found;
};

const wideText = (bytes: Uint8Array, from: number): string | null => {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(from));
  const end = text.indexOf('\0');
  return end > 0 ? text.slice(0, end) : null;
};

/** The second number of the record is where the name of the provider stands. */
const providerOf = (info: Uint8Array | undefined): string | null => {
  if (!info || info.length < providerHead) return null;
  const offset = new DataView(info.buffer, info.byteOffset).getUint32(4, true);
  return offset >= providerHead ? wideText(info, offset) : null;
};

/** The `Blob` value of a certificate in the registry: a row of properties, one of which is the certificate. */
export const readCertificateRecord = (record: Uint8Array): CertificateRecord | null => {
  const found = properties(record);
  const der = found?.get(encodedCertificate);
  if (!found || !der) return null;
  try {
    const certificate = new X509Certificate(der);
    return { certificate, keyProvider: providerOf(found.get(keyProviderInfo)) };
  } catch {
    return null;
  }
};
