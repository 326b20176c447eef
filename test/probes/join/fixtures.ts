import type { Fixture } from '../fixture';
import { binary, dword, eventLog, json, noKey, ran, registry, text } from '../support';
import {
  certificateBlob,
  deviceCertificate,
  otherCertificate,
  peerCertificate,
} from './certificates';

export const tenant = '8f1d0c9b-2a47-4e36-b5c8-19d7e6f3a042';
const thumbprint = 'BA52E8D05FED11A47E66037E8A3D52C01804D11D';
const domainJoin = 'SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin';
const workplace = 'Software\\Microsoft\\Windows NT\\CurrentVersion\\WorkplaceJoin';
export const store = 'SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates';

export const fixtures: readonly Fixture[] = [
  {
    id: 'join-records',
    origin: 'documented-shape',
    given: {
      'registry-cloud-domain-join': ran(
        registry('HKLM', {
          [domainJoin]: {},
          [`${domainJoin}\\JoinInfo`]: {},
          [`${domainJoin}\\JoinInfo\\${thumbprint}`]: {
            IdpDomain: text('login.windows.net'),
            TenantId: text(tenant.toUpperCase()),
            UserEmail: text('jürgen@contoso.test'),
            AttestationLevel: dword(0),
          },
          [`${domainJoin}\\TenantInfo`]: {},
          [`${domainJoin}\\TenantInfo\\${tenant}`]: {
            DisplayName: text('Contoso GmbH'),
            MdmEnrollmentUrl: text('https://enrollment.manage.microsoft.com/x'),
            MdmTermsOfUseUrl: text(''),
            MdmComplianceUrl: text('https://portal.manage.microsoft.com/?a=b'),
          },
        }),
      ),
    },
  },
  {
    id: 'workplace-joins',
    origin: 'documented-shape',
    given: {
      'registry-workplace-join': ran(
        registry('HKCU', {
          [`${workplace}\\JoinInfo\\${thumbprint}`]: {
            TenantId: text(tenant),
            UserEmail: text('alice@contoso.test'),
          },
        }),
      ),
    },
  },
  {
    id: 'registration-target',
    origin: 'documented-shape',
    given: {
      'registry-registration-target': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD': {
            TenantId: text(tenant),
            TenantName: text('contoso.test'),
          },
        }),
      ),
    },
  },
  {
    id: 'join-policy',
    origin: 'documented-shape',
    given: {
      'registry-workplace-join-policy': ran(
        registry('HKLM', {
          'SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin': {
            autoWorkplaceJoin: dword(0),
            BlockAADWorkplaceJoin: dword(1),
          },
        }),
      ),
      'registry-entra-account-policy': noKey,
    },
  },
  {
    id: 'join-tasks',
    origin: 'documented-shape',
    given: {
      'cim-join-tasks': json([
        {
          TaskName: 'Automatic-Device-Join',
          TaskPath: '\\Microsoft\\Windows\\Workplace Join\\',
          State: 3,
        },
        {
          TaskName: 'Recovery-Check',
          TaskPath: '\\Microsoft\\Windows\\Workplace Join\\',
          State: 1,
        },
        { TaskName: 'Other', TaskPath: '\\Microsoft\\', State: 3 },
      ]),
    },
  },
  {
    id: 'device-certificates',
    origin: 'documented-shape',
    given: {
      'registry-machine-certificates': ran(
        registry('HKLM', {
          [store]: {},
          [`${store}\\${thumbprint}`]: {
            Blob: binary(certificateBlob(deviceCertificate, 'Microsoft Platform Crypto Provider')),
          },
          [`${store}\\4124548815`]: { Blob: binary(certificateBlob(peerCertificate)) },
          [`${store}\\C20F527B22`]: { Blob: binary(certificateBlob(otherCertificate)) },
          [`${store}\\DEADBEEF`]: { Blob: binary(Buffer.from('not a certificate')) },
        }),
      ),
    },
  },
  {
    id: 'registration-events',
    origin: 'documented-shape',
    given: {
      'events-user-device-registration': eventLog(
        {
          id: 304,
          at: '2026-07-16T08:00:00Z',
          data: {
            ExitCode: -2145648509,
            ServerErrorMessage: 'Das Gerät wurde nicht gefunden (AADSTS700003).',
            TenantType: 'Managed',
            JoinType: 'sync',
          },
        },
        { id: 204, data: { ExitCode: '0x801c03f2', HttpStatus: 400 } },
        { id: 360, level: 3 },
        { id: 305, data: { ExitCode: 3399548929 } },
        { id: 306, level: 4, at: '2026-07-01T08:00:00Z' },
      ),
    },
  },
];
