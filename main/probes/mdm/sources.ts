import { registrySource } from '../text/registry';

export const enrolmentsKey = registrySource(
  'registry-enrollments',
  'HKLM',
  'SOFTWARE\\Microsoft\\Enrollments',
);

export const managementAccountsKey = registrySource(
  'registry-omadm-accounts',
  'HKLM',
  'SOFTWARE\\Microsoft\\Provisioning\\OMADM\\Accounts',
);

/** The same place with the eyes of SYSTEM, who alone sees the protected part. */
export const managementServersKey = registrySource(
  'registry-omadm-accounts-system',
  'HKLM',
  'SOFTWARE\\Microsoft\\Provisioning\\OMADM\\Accounts',
  'system',
);

/** `Cert:\LocalMachine\My` as the registry keeps it: no console text, no PowerShell. */
export const machineCertificatesKey = registrySource(
  'registry-machine-certificates',
  'HKLM',
  'SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates',
);

export const cloudJoinKey = registrySource(
  'registry-cloud-domain-join',
  'HKLM',
  'SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin',
);

export const autoEnrolmentPolicyKey = registrySource(
  'registry-policy-mdm',
  'HKLM',
  'SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM',
);

export const managementExtensionKey = registrySource(
  'registry-management-extension',
  'HKLM',
  'SOFTWARE\\Microsoft\\IntuneManagementExtension',
);
