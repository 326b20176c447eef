const learn = 'https://learn.microsoft.com';
const entra = `${learn}/entra/identity`;
const hello = `${learn}/windows/security/identity-protection/hello-for-business`;

/** Where the knowledge of the rules about sign-in, directory and network comes from. */
export const deviceSources = {
  token: `${entra}/devices/troubleshoot-primary-refresh-token`,
  access: `${learn}/entra/identity-platform/reference-error-codes`,
  hybrid: `${entra}/devices/troubleshoot-hybrid-join-windows-current`,
  target: `${entra}/devices/hybrid-join-control`,
  dsregcmd: `${entra}/devices/troubleshoot-device-dsregcmd`,
  joinRecords: 'https://aadinternals.com/post/deviceidentity/',
  joinCheck: 'https://github.com/mzmaili/DSRegTool',
  helloEvents: `${hello}/hello-deployment-issues`,
  helloPolicy: `${hello}/configure`,
  cloudTrust: `${hello}/deploy/hybrid-cloud-kerberos-trust`,
  pinReset: `${hello}/pin-reset`,
  helloKeys:
    'https://helgeklein.com/blog/checking-windows-hello-for-business-whfb-key-storage-tpm-hardware-or-software/',
  securityKeys: `${entra}/authentication/howto-authentication-passwordless-security-key-windows`,
  passwordReset: `${entra}/authentication/howto-sspr-windows`,
  locator: `${learn}/windows-server/identity/ad-ds/manage/dc-locator`,
  ports: `${learn}/troubleshoot/windows-server/active-directory/config-firewall-for-ad-domains-and-trusts`,
  nltest: `${learn}/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/cc731935(v=ws.11)`,
  controllerFlags: `${learn}/windows/win32/api/dsgetdc/ns-dsgetdc-domain_controller_infow`,
  tickets: `${learn}/windows-server/administration/windows-commands/klist`,
  cloudKerberos: `${entra}/authentication/kerberos-faq`,
  singleSignOn: `${entra}/devices/device-sso-to-on-premises-resources`,
  keyList: `${learn}/entra/global-secure-access/`,
  kerberosGuide: `${learn}/troubleshoot/windows-server/windows-security/kerberos-authentication-troubleshooting-guidance`,
  drives: `${learn}/previous-versions/windows/desktop/smb/msft-smbmapping`,
  linkedDrives: `${learn}/troubleshoot/windows-client/networking/mapped-drives-not-available-from-elevated-command`,
  credentials: `${learn}/windows-server/administration/windows-commands/cmdkey`,
  printers: `${learn}/windows/win32/cimwin32prov/win32-printer`,
  adapters: `${learn}/windows/win32/cimwin32prov/win32-networkadapterconfiguration`,
  profiles: `${learn}/previous-versions/windows/desktop/nlmcimprov/msft-netconnectionprofile`,
  proxy: `${learn}/windows/win32/winhttp/winhttp-autoproxy-support`,
  joinProxy: `${learn}/entra/identity/devices/how-to-hybrid-join`,
  time: `${learn}/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings`,
  timeStatus: `${learn}/openspecs/windows_protocols/ms-w32t/`,
} as const;
