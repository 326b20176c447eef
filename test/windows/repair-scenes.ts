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
};

/** As a standard user, or as an administrator; each program of the repair answers after a moment. */
export const described = (id: string): { before: Description; after: Description } => {
  const repair = repairById(id);
  if (repair === null) throw new Error(id);
  const { on = 'hybrid-desktop', before = () => ({}), after = () => ({}) } = scenes[id] ?? {};
  const base = device(on);
  const level = repair.rights === 'admin' ? 'admin' : 'user';
  const raised = change(base, { caller: { ...base.caller, level } });
  const first = answering(repair, change(raised, before(raised)));
  return { before: first, after: answering(repair, change(first, after(first))) };
};

const outputs: Readonly<Record<string, string>> = {
  'hardware-hash': `Device Serial Number,Windows Product ID,Hardware Hash\nPC-1,,${hash}\n`,
};

const answering = (repair: Repair, told: Description): Description => {
  const programs: Record<string, Description['programs'][string]> = { ...told.programs };
  for (const act of repair.acts) {
    if (!isDeclared(act) || act.tool === 'reg.exe') continue;
    const match = act.args.map((part) => (typeof part === 'string' ? part : '*')).join(' ');
    const answer = { match: match.replace(/\*.*$/, '*'), text: outputs[act.key] ?? '', ms: 2_000 };
    programs[act.tool] = [answer, ...(programs[act.tool] ?? [])];
  }
  return { ...told, programs };
};
