import { describe, expect, it } from 'vitest';
import type { RawReading } from '../../../main/os/port';
import { enrolmentsProbe } from '../../../main/probes/mdm/enrolments';
import { certificateBlob, otherCertificate } from '../join/certificates';
import { binary, facts, json, noKey, ran, registry, text } from '../support';
import { intuneId, thumbprint } from './fixtures';

/** The certificate runs through 2026 to 2036. */
const inTime = '2027-06-01T00:00:00Z';
const tooLate = '2041-06-01T00:00:00Z';
const whole = certificateBlob(otherCertificate);

const store = (blob: Uint8Array): RawReading =>
  ran(
    registry('HKLM', {
      [`SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates\\${thumbprint}`]: {
        Blob: binary(blob),
      },
    }),
  );

const witnesses = (at: string, certificates: RawReading) =>
  facts(enrolmentsProbe, {
    'registry-enrollments': ran(
      registry('HKLM', {
        [`SOFTWARE\\Microsoft\\Enrollments\\${intuneId}`]: {
          ProviderID: text('MS DM Server'),
          DMPCertThumbPrint: text(thumbprint.toLowerCase()),
        },
      }),
    ),
    'registry-machine-certificates': certificates,
    'cim-operating-system': json([{ SystemDrive: 'C:', LocalDateTime: at }]),
  }).enrolments[0]?.witnesses;

describe('the certificate of an enrolment', () => {
  it('is found in the store and judged by the device’s own clock', () => {
    expect(witnesses(inTime, store(whole))).toMatchObject({
      certificate: 'yes',
      certificateInDate: 'yes',
    });
    expect(witnesses(tooLate, store(whole))?.certificateInDate).toBe('no');
  });

  it('is missing when the store does not have it', () => {
    expect(witnesses(inTime, noKey)).toMatchObject({ certificate: 'no', certificateInDate: 'no' });
  });

  it('leaves the date open when the record is damaged or no clock answers', () => {
    expect(witnesses(inTime, store(whole.subarray(0, 60)))).toMatchObject({
      certificate: 'yes',
      certificateInDate: 'unknown',
    });
    expect(witnesses('not a time', store(whole))?.certificateInDate).toBe('unknown');
  });
});
