import type { RawReading } from '../../../main/os/port';
import type { Fixture } from '../fixture';
import { capture, dword, eventLog, json, noKey, ran, registry, text } from '../support';

export const intuneId = '2C9E4B17-5D83-4A60-9F1E-7B3A6C0D8E52';
export const secondId = '91B6D2F0-4C7A-4E18-A3D5-0E8F2B6C7D91';
export const tenantId = '8F1D0C9B-2A47-4E36-B5C8-19D7E6F3A042';
export const thumbprint = '3A7F19C20D54E6B8917C0F2A6D8B41E5C3907F16';

const omadm = 'SOFTWARE\\Microsoft\\Provisioning\\OMADM\\Accounts';

export const accounts = ran(
  registry('HKLM', {
    [`${omadm}\\${intuneId}`]: {
      SslClientCertReference: text(`MY;System;${thumbprint}`),
      Addr: text('https://r.manage.microsoft.com/devicegatewayproxy/cimhandler.ashx'),
      ProtoVer: text('1.2'),
    },
  }),
);

export const servers = ran(
  registry('HKLM', {
    [`${omadm}\\${intuneId}`]: { ProtoVer: text('1.2') },
    [`${omadm}\\${intuneId}\\Protected\\ConnInfo`]: {
      ServerLastSuccessTime: text('20260716T081502Z'),
      ServerLastFailureTime: text('20260715T221011Z'),
      ServerLastAccessTime: text('20260716T081502Z'),
      LastSessionResult: dword(0),
    },
  }),
);

export const cloudJoin = ran(
  registry('HKLM', {
    [`SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\TenantInfo\\${tenantId.toLowerCase()}`]:
      {
        DisplayName: text('Contoso'),
        MdmEnrollmentUrl: text(
          'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
        ),
        MdmTermsOfUseUrl: text('https://portal.manage.microsoft.com/TermsofUse.aspx'),
        MdmComplianceUrl: text('https://portal.manage.microsoft.com/?portalAction=Compliance'),
      },
  }),
);

export const tasks = json([
  {
    TaskName: 'PushLaunch',
    TaskPath: `\\Microsoft\\Windows\\EnterpriseMgmt\\{${intuneId.toLowerCase()}}\\`,
    State: 3,
  },
  {
    TaskName: 'Schedule #3 created by enrollment client',
    TaskPath: `\\Microsoft\\Windows\\EnterpriseMgmt\\${intuneId}\\`,
    State: 3,
  },
]);

export const clock = json([
  {
    SystemDrive: 'C:',
    OperatingSystemSKU: 4,
    LastBootUpTime: '2026-07-15T06:00:00Z',
    LocalDateTime: '2026-07-16T09:00:00Z',
  },
]);

export const services = (...running: string[]): RawReading =>
  json([
    { Name: 'Winmgmt', Started: true, StartMode: 'Auto', ExitCode: 0 },
    ...running.map((Name) => ({ Name, Started: true, StartMode: 'Auto', ExitCode: 0 })),
  ]);

const extension = 'SOFTWARE\\Microsoft\\IntuneManagementExtension';
const app = '5ad2c1d0-7f3b-4a1e-9c55-0b7e2d3f4a61';

export const reportXml = `<?xml version="1.0" encoding="utf-8"?>
<MDMEnterpriseDiagnosticsReport>
  <Enrollments>
    <Enrollment>
      <EnrollmentId>${intuneId}</EnrollmentId>
      <EnrollmentState>1</EnrollmentState>
      <ProviderID>MS DM Server</ProviderID>
      <UPN>alice@contoso.com</UPN>
    </Enrollment>
  </Enrollments>
  <DeviceManagementAccount>
    <Enrollment>
      <EnrollmentId>${intuneId}</EnrollmentId>
      <ProtectedInformation>
        <ConnectionInformation>
          <ServerLastSuccessTime>20260716T081502Z</ServerLastSuccessTime>
          <ServerLastFailureTime>20260715T221011Z</ServerLastFailureTime>
        </ConnectionInformation>
      </ProtectedInformation>
    </Enrollment>
  </DeviceManagementAccount>
  <PolicyManager>
    <ConfigSource>
      <EnrollmentId>${intuneId}</EnrollmentId>
      <PolicyScope>
        <PolicyScope>Device</PolicyScope>
        <Area><PolicyAreaName>BitLocker</PolicyAreaName></Area>
        <Area><PolicyAreaName>Update</PolicyAreaName></Area>
      </PolicyScope>
    </ConfigSource>
  </PolicyManager>
  <EnterpriseDesktopAppManagementinfo>
    <MsiInstallations>
      <TargetedUser>
        <Package>
          <Type>MSI</Type>
          <Details>
            <PackageId>{23170F69-40C1-2702-1900-000001000000}</PackageId>
            <Status>70</Status>
            <LastError>0</LastError>
          </Details>
        </Package>
      </TargetedUser>
    </MsiInstallations>
  </EnterpriseDesktopAppManagementinfo>
</MDMEnterpriseDiagnosticsReport>`;

export const logText = [
  `<![LOG[[Win32App] Start of check]LOG]!><time="08:00:01.1230000" date="7-16-2026" component="IntuneManagementExtension" context="" type="1" thread="7" file="">`,
  `<![LOG[Failed to get a token,\r\nretry later]LOG]!><time="08:00:05.0000000" date="7-16-2026" component="IntuneManagementExtension" context="" type="3" thread="7" file="">`,
  `<![LOG[End of check]LOG]!><time="08:00:09.5000000" date="7-16-2026" component="AppWorkload" context="" type="1" thread="9" file="">`,
].join('\r\n');

export const fixtures: readonly Fixture[] = [
  {
    id: 'mdm-enrolments',
    origin: 'capture',
    given: {
      'registry-enrollments': ran(
        capture('reg-enrollments-intune-and-second-channel-constructed.txt'),
      ),
      'registry-omadm-accounts': accounts,
      'registry-machine-certificates': noKey,
      'registry-cloud-domain-join': cloudJoin,
      'cim-management-tasks': tasks,
      'cim-operating-system': clock,
    },
  },
  {
    id: 'mdm-accounts',
    origin: 'documented-shape',
    given: { 'registry-omadm-accounts': accounts },
  },
  {
    id: 'mdm-server-times',
    origin: 'documented-shape',
    given: { 'registry-omadm-accounts-system': servers },
  },
  { id: 'mdm-tasks', origin: 'documented-shape', given: { 'cim-management-tasks': tasks } },
  {
    id: 'mdm-auto-enrolment',
    origin: 'documented-shape',
    given: {
      'registry-policy-mdm': ran(
        registry('HKLM', {
          'SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM': {
            AutoEnrollMDM: dword(1),
            UseAADCredentialType: dword(1),
          },
        }),
      ),
      'registry-cloud-domain-join': cloudJoin,
    },
  },
  {
    id: 'mdm-events',
    origin: 'capture',
    given: { 'events-mdm-enrolment': ran(capture('event-dmedp-76-xml-constructed.txt')) },
  },
  {
    id: 'mdm-sessions',
    origin: 'documented-shape',
    given: {
      'events-mdm-sessions': eventLog(
        { id: 209, at: '2026-07-16T08:16:00.0000000Z' },
        { id: 404, at: '2026-07-16T08:15:30.0000000Z', data: { HRESULT: '0x86000011' } },
        { id: 208, at: '2026-07-16T08:15:00.0000000Z' },
      ),
    },
  },
  {
    id: 'mdm-installs',
    origin: 'documented-shape',
    given: {
      'events-mdm-installs': eventLog(
        { id: 1924, at: '2026-07-16T08:16:00.0000000Z', data: { HRESULT: -2147023293 } },
        { id: 1920, at: '2026-07-16T08:15:00.0000000Z' },
      ),
    },
  },
  {
    id: 'mdm-packages',
    origin: 'documented-shape',
    given: {
      'registry-managed-packages': ran(
        registry('HKLM', {
          'SOFTWARE\\Microsoft\\EnterpriseDesktopAppManagement\\S-0-0-00-0000000000-0000000000-000000000-000\\MSI\\{23170F69-40C1-2702-1900-000001000000}':
            {
              Status: dword(70),
              LastError: dword(0),
              CurrentDownloadUrl: text('https://cdn.test/IntuneWindowsAgent.msi'),
            },
          'SOFTWARE\\Microsoft\\EnterpriseDesktopAppManagement\\S-1-12-1-1-2-3-4\\MSI\\{11111111-2222-3333-4444-555555555555}':
            { Status: dword(60), LastError: dword(0x80070643) },
        }),
      ),
    },
  },
  {
    id: 'management-extension',
    origin: 'documented-shape',
    given: {
      'registry-management-extension': ran(
        registry('HKLM', {
          [`${extension}\\Win32Apps\\00000000-0000-0000-0000-000000000000\\${app}_1`]: {},
          [`${extension}\\Win32Apps\\00000000-0000-0000-0000-000000000000\\${app}_1\\EnforcementStateMessage`]:
            { EnforcementStateMessage: text('{"EnforcementState":5000,"ErrorCode":-2016345060}') },
        }),
      ),
      'cim-services': services('IntuneManagementExtension'),
    },
  },
  {
    id: 'management-extension-log',
    origin: 'documented-shape',
    given: { 'file-management-extension-log': ran(logText, null) },
  },
  {
    id: 'mdm-report',
    origin: 'documented-shape',
    given: { 'file-mdm-report': ran(reportXml, null) },
  },
];
