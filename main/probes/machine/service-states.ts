import type { ServiceState, Services, StartMode } from '../../core/facts/machine';
import { failed, triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Raws } from '../probe';
import { cimFlag, cimNumber, cimSource, cimText, rowsOf } from '../text/cim';
import type { CimRow } from '../text/cim';
import { map, valueOr } from '../text/reading';

/** Those we say something about. One that is missing from the whole list is not installed. */
const watched = [
  'BITS',
  'CcmExec',
  'CloudManagedDesktopExtension',
  'CmRcService',
  'CryptSvc',
  'dmwappushservice',
  'DmEnrollmentSvc',
  'DiagTrack',
  'IntuneManagementExtension',
  'iphlpsvc',
  'KeyIso',
  'LanmanWorkstation',
  'MDCoreSvc',
  'mpssvc',
  'Netlogon',
  'NgcCtnrSvc',
  'NgcSvc',
  'RDAgent',
  'RDAgentBootLoader',
  'Schedule',
  'Sense',
  'Spooler',
  'sppsvc',
  'TermService',
  'TokenBroker',
  'TPMProvisioningService',
  'UsoSvc',
  'VaultSvc',
  'W32Time',
  'WinDefend',
  'WinHttpAutoProxySvc',
  'Winmgmt',
  'wlidsvc',
  'wscsvc',
  'wuauserv',
] as const;
export type ServiceName = (typeof watched)[number];

export const servicesSource = cimSource('cim-services', 'root/cimv2', 'Win32_Service', [
  'Name',
  'Started',
  'StartMode',
  'ExitCode',
  'ProcessId',
]);

/** Fixed words of the class definition, the same on every PC. */
const startModes: Record<string, StartMode> = {
  boot: 'boot',
  system: 'system',
  auto: 'automatic',
  manual: 'manual',
  disabled: 'disabled',
};

const stateOf = (row: CimRow | undefined): ServiceState => ({
  installed: triOf(row !== undefined),
  running: row === undefined ? 'no' : triOf(cimFlag(row, 'Started')),
  start: startModes[(row ? cimText(row, 'StartMode') : null)?.toLowerCase() ?? ''] ?? 'unknown',
  exitCode: row === undefined ? null : cimNumber(row, 'ExitCode'),
  processId: row === undefined ? null : cimNumber(row, 'ProcessId') || null,
});

export const servicesIn = (raws: Raws): Reading<Services> => {
  const told = rowsOf(raws, servicesSource);
  // Windows without a single service does not exist.
  if (told.kind === 'ok' && told.value.length === 0) return failed('not-understood', 'no services');
  return map(told, (rows) => {
    const byName = new Map(rows.map((row) => [cimText(row, 'Name')?.toLowerCase(), row]));
    const states = watched.map((name) => {
      const key = name.toLowerCase();
      return [key, stateOf(byName.get(key))] as const;
    });
    return { services: Object.fromEntries(states) };
  });
};

const stateIn = (raws: Raws, name: ServiceName): ServiceState | null =>
  valueOr(servicesIn(raws), null)?.services[name.toLowerCase()] ?? null;

export const installed = (raws: Raws, name: ServiceName): Tri =>
  stateIn(raws, name)?.installed ?? 'unknown';

export const running = (raws: Raws, name: ServiceName): Tri =>
  stateIn(raws, name)?.running ?? 'unknown';
