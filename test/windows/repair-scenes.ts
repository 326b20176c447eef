import { isDeclared } from '../../main/os/act';
import { repairById } from '../../main/repairs/index';
import type { Repair } from '../../main/repairs/repair';
import { change, type Changes, type Description } from '../harness/windows/description';
import { device } from '../harness/windows/index';

/** What a PC is like before and after one repair; `after` lies on top of `before`. */
export interface Scene {
  on?: string;
  before?: (base: Description) => Changes;
  after?: (before: Description) => Changes;
}

type Row = Record<string, unknown>;

const rows = (told: Description, name: string): Row[] => {
  const answer = told.cim[name];
  return Array.isArray(answer) ? (answer as Row[]) : [];
};
const withRows =
  (name: string, set: Row, where: (row: Row) => boolean = () => true) =>
  (told: Description): Changes => ({
    cim: { [name]: rows(told, name).map((row) => (where(row) ? { ...row, ...set } : row)) },
  });
const service = (name: string, set: Row) =>
  withRows('Win32_Service', set, (row) => row['Name'] === name);
const logged =
  (channel: string, id: number, provider?: string) =>
  (told: Description): Changes => {
    const known = told.events[channel];
    const event = {
      id,
      at: new Date().toISOString(),
      ...(provider === undefined ? {} : { provider }),
    };
    return { events: { [channel]: [event, ...(Array.isArray(known) ? known : [])] } };
  };
const says =
  (tool: string, match: string, text: string) =>
  (told: Description): Changes => ({
    programs: { [tool]: [{ match, text }, ...(told.programs[tool] ?? [])] },
  });

const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';
const ticket = (start: string) =>
  `\nCurrent LogonId is 0:0x3e7a1\n\nCached Tickets: (1)\n\n#0>     Client: jdoe @ FABRIKAM.LOCAL\n` +
  `        Server: krbtgt/FABRIKAM.LOCAL @ FABRIKAM.LOCAL\n        KerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96\n` +
  `        Ticket Flags 0x40e10000 -> forwardable renewable initial pre_authent name_canonicalize\n` +
  `        Start Time: 9/14/2026 ${start} (local)\n        End Time:   9/14/2026 18:12:00 (local)\n` +
  `        Renew Time: 9/20/2026 8:12:00 (local)\n        Session Key Type: AES-256-CTS-HMAC-SHA1-96\n` +
  `        Cache Flags: 0x1 -> PRIMARY\n        Kdc Called: dc01.fabrikam.local\n`;
const hash = 'T0EBAAQAHA'.repeat(200);

const status =
  (from: string, replace: Readonly<Record<string, string>> = {}) =>
  (): Changes => ({ programs: { 'dsregcmd.exe': [{ match: '/status', from, replace }] } });
const clock = (offset: string) => (): Changes => ({
  programs: {
    'w32tm.exe': [
      {
        match: '/query /status /verbose',
        from: 'capture:w32tm-en-synced-verbose.txt',
        lineEnd: '\n',
        replace: { 'Phase Offset: 0.0000039s': `Phase Offset: ${offset}s` },
      },
    ],
  },
});
const recoveryTools = (state: string) => (): Changes => ({
  files: {
    '%SystemRoot%\\System32\\Recovery\\ReAgent.xml': {
      from: 'capture:ReAgent-xml-enabled.txt',
      replace: { 'InstallState state="1"': `InstallState state="${state}"` },
    },
  },
});
const agentLog = (time: string) => (): Changes => ({
  files: {
    '%ProgramData%\\Microsoft\\IntuneManagementExtension\\Logs\\IntuneManagementExtension.log': {
      text: `<![LOG[[Win32App] Start of check]LOG]!><time="${time}.1230000" date="9-14-2026" component="IntuneManagementExtension" context="" type="1" thread="7" file="">\n`,
    },
  },
});
const appAccounts = (count: number): Changes => ({
  programs: {
    'dsregcmd.exe': [
      {
        match: '/listaccounts',
        text: `User accounts:\nAccounts found: ${count}.\n\nApplication accounts:\nAccounts found: 0.\n`,
      },
    ],
  },
});
const families =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Families';
const broker = `${families}\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy`;
const brokerPackage = `${broker}\\Microsoft.AAD.BrokerPlugin_1000.19580.1000.0_neutral_neutral_cw5n1h2txyewy`;
const proxyOfServices =
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections';
/** As Windows keeps it: access with a named proxy, then the name and nothing that goes around it. */
const namedProxy = `1800000000000000030000000e000000${Buffer.from('old-proxy:8080').toString('hex')}00000000`;
const home = 'HKCU\\Network\\H';

/** Every repair that is tried on a PC that changes; those not here are tried on one that does not. */
export const scenes: Readonly<Record<string, Scene>> = {
  'refresh-prt': {
    after: () => ({
      programs: {
        'dsregcmd.exe': [
          {
            match: '/status',
            from: 'sample:healthy-hybrid-desktop',
            replace: { '2026-09-14 06:41:07.000': '2026-09-14 08:20:00.000' },
          },
        ],
      },
    }),
  },
  'renew-kerberos-tickets': {
    before: says('klist.exe', '', ticket('6:12:00')),
    after: says('klist.exe', '', ticket('8:20:41')),
  },
  'flush-dns': {
    before: () => ({ cim: { MSFT_DNSClientCache: [{ TimeToLive: 5 }, { TimeToLive: 60 }] } }),
    after: () => ({ cim: { MSFT_DNSClientCache: [] } }),
  },
  'renew-dhcp': {
    before: withRows('Win32_NetworkAdapterConfiguration', {
      DHCPEnabled: true,
      DHCPLeaseObtained: '2026-09-14T06:00:00Z',
    }),
    after: withRows('Win32_NetworkAdapterConfiguration', {
      DHCPLeaseObtained: '2026-09-14T08:20:00Z',
    }),
  },
  'start-services': {
    before: service('Netlogon', { Started: false }),
    after: service('Netlogon', { Started: true }),
  },
  'restart-spooler': {
    before: service('Spooler', { ProcessId: 2212 }),
    after: service('Spooler', { ProcessId: 7048 }),
  },
  'sync-mdm': { after: logged(management, 209) },
  'sync-mdm-by-task': { after: logged(management, 209) },
  'refresh-group-policy': { after: logged('System', 1502, 'Microsoft-Windows-GroupPolicy') },
  'escrow-recovery-key': { after: logged('Microsoft-Windows-BitLocker/BitLocker Management', 845) },
  'schedule-restart': { after: logged('System', 1074, 'User32') },
  'cancel-restart': { after: logged('System', 1075, 'User32') },
  'export-hardware-hash': {},
  'resume-after-sign-in': {},
  // What the entry before it has written.
  'forget-resume': {},
  'resync-clock': { before: clock('660.1234567'), after: clock('0.0000039') },
  'enable-recovery': { before: recoveryTools('0'), after: recoveryTools('1') },
  'check-in-company-portal': {
    before: (told) => ({
      ...agentLog('08:00:01')(),
      cim: {
        Win32_Service: [
          ...rows(told, 'Win32_Service'),
          { Name: 'IntuneManagementExtension', Started: true, StartMode: 'Auto', ExitCode: 0 },
        ],
      },
    }),
    after: agentLog('08:11:40'),
  },
  'reconnect-drives': {
    before: () => ({
      registry: {
        [home]: { RemotePath: '\\\\files\\home', ProviderName: 'Microsoft Windows Network' },
      },
      cim: { MSFT_SmbMapping: [] },
    }),
    after: () => ({
      cim: { MSFT_SmbMapping: [{ LocalPath: 'H:', RemotePath: '\\\\files\\home', Status: 0 }] },
    }),
  },
  'register-broker': {
    before: () => ({ registry: { [brokerPackage]: null, [broker]: {} } }),
    after: () => ({ registry: { [brokerPackage]: {} } }),
  },
  'reset-services-proxy': {
    before: () => ({
      registry: { [proxyOfServices]: { WinHttpSettings: { binary: namedProxy } } },
    }),
    after: () => ({
      registry: {
        [proxyOfServices]: {
          WinHttpSettings: { binary: '1800000000000000010000000000000000000000' },
        },
      },
    }),
  },
  'run-join-task': { on: 'domain-desktop', after: status('sample:healthy-hybrid-desktop') },
  'remove-stale-account': {
    before: status('sample:registered-twice'),
    after: status('sample:healthy-hybrid-desktop'),
  },
  'sign-out-stale-accounts': { before: () => appAccounts(2), after: () => appAccounts(0) },
  'leave-and-rejoin': {
    after: status('sample:healthy-hybrid-desktop', {
      BEA091D75C2CDE40ACC92423B5421DFDADDC0916: '7C1D0A5E94B2F8836D47E1A09C35B6F2D8E4A117',
    }),
  },
};

export interface Described {
  before: Description;
  after: Description;
  /** What changes in the registry, which the PC keeps from one repair to the next. */
  keys: { before: Description['registry']; after: Description['registry'] };
}

/** As a standard user, or as an administrator; each program of the repair answers after a moment. */
export const described = (id: string): Described => {
  const repair = repairById(id);
  if (repair === null) throw new Error(id);
  const unchanged = (): Changes => ({});
  const { on = 'hybrid-desktop', before = unchanged, after = unchanged } = scenes[id] ?? {};
  const base = device(on);
  const level = repair.rights === 'admin' ? 'admin' : 'user';
  const raised = change(base, { caller: { ...base.caller, level } });
  const [early, late] = [before(raised), after(raised)];
  const first = change(raised, early);
  // Meanwhile the PC changes; a change of the registry takes a program of its own.
  const ms = late.registry === undefined ? 1_500 : 8_000;
  return {
    before: answering(repair, first, ms),
    after: answering(repair, change(first, after(first)), ms),
    keys: { before: early.registry ?? {}, after: late.registry ?? {} },
  };
};

const outputs: Readonly<Record<string, string>> = {
  'hardware-hash': `Device Serial Number,Windows Product ID,Hardware Hash\nPC-1,,${hash}\n`,
};

const answering = (repair: Repair, told: Description, ms: number): Description => {
  const programs: Record<string, Description['programs'][string]> = { ...told.programs };
  for (const act of repair.acts) {
    if (!isDeclared(act) || act.tool === 'reg.exe') continue;
    const match = act.args.map((part) => (typeof part === 'string' ? part : '*')).join(' ');
    const answer = { match: match.replace(/\*.*$/, '*'), text: outputs[act.key] ?? '', ms };
    programs[act.tool] = [answer, ...(programs[act.tool] ?? [])];
  }
  return { ...told, programs };
};
