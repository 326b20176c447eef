/** Where the knowledge of a rule comes from; shown beside the finding. */
export const sources = {
  dsregcmd: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
  hybrid:
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  faq: 'https://learn.microsoft.com/entra/identity/devices/faq',
  prt: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token',
  hello:
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
} as const;
