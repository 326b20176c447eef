import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import { day, hour, inUse, installedFor, isManaged, isRecent, upFor } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'apps',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.extension,
  explains: [],
} as const;

const serviceName = 'intunemanagementextension';

/** Windows starts this agent late on purpose. */
const ready = (snapshot: Snapshot): boolean =>
  isManaged(snapshot) && inUse(snapshot) && upFor(snapshot, hour);

const failure = /^0x[89a-f]/i;
/** Installed, and Windows or the app wants a restart. */
const wantsRestart = new Set(['0x00000bc2', '0x00000669']);

export const managementExtensionRules: readonly Rule[] = [
  ofReading(
    'services',
    { ...about, id: 'app-agent-stopped', explains: ['apps-failing'] },
    ({ services }, snapshot) => {
      const agent = services[serviceName];
      if (agent?.installed !== 'yes' || agent.running !== 'no' || agent.start !== 'automatic')
        return null;
      if (!ready(snapshot)) return null;
      return {
        evidence: [
          fact('services', serviceName, 'stopped'),
          fact('services', 'exitCode', agent.exitCode),
        ],
      };
    },
  ),
  ofReading(
    'services',
    { ...about, id: 'app-agent-disabled', explains: ['apps-failing'] },
    ({ services }, snapshot) => {
      const agent = services[serviceName];
      if (agent?.installed !== 'yes' || agent.start !== 'disabled' || !isManaged(snapshot))
        return null;
      return { evidence: [fact('services', serviceName, agent.start)] };
    },
  ),
  ofReading(
    // Right for a PC that never was to get an app or a script: only told, never judged.
    'management-extension',
    { ...about, id: 'app-agent-missing', severity: 'notice', certainty: 'possible' },
    ({ installed }, snapshot) => {
      if (installed !== 'no' || !isManaged(snapshot) || !inUse(snapshot)) return null;
      if (!installedFor(snapshot, day)) return null;
      return { evidence: [fact('management-extension', 'installed', installed)] };
    },
  ),
  ofReading(
    'mdm-packages',
    {
      ...about,
      id: 'app-agent-install-failed',
      certainty: 'likely',
      source: sources.enrolment,
      explains: ['app-agent-missing', 'setup-timed-out'],
    },
    ({ packages }, snapshot) => {
      const agent = packages.find(({ isAgent, state }) => isAgent && state === 'failed');
      if (!agent || !isManaged(snapshot)) return null;
      return {
        codes: agent.error ? [agent.error] : [],
        evidence: [fact('mdm-packages', agent.product, agent.error ?? agent.state)],
        values: { code: agent.error ?? '' },
      };
    },
  ),
  ofReading(
    'management-extension-log',
    { ...about, id: 'app-agent-complains', severity: 'notice', certainty: 'possible' },
    ({ problems }) => {
      const errors = problems.filter(({ level }) => level === 'error');
      const last = errors.at(-1);
      if (!last) return null;
      return {
        evidence: [fact('management-extension-log', last.localTime, last.text)],
        values: { count: errors.length },
      };
    },
  ),
  ofReading(
    'management-extension',
    { ...about, id: 'apps-failing', certainty: 'likely', owner: 'tenant' },
    ({ apps }, snapshot) => {
      const failing = (apps ?? []).filter(({ errorCode }) => failure.test(errorCode ?? ''));
      const codes = [...new Set(failing.flatMap(({ errorCode }) => errorCode ?? []))];
      if (failing.length === 0 || !isManaged(snapshot)) return null;
      return {
        codes,
        evidence: failing.map(({ appId, errorCode }) =>
          fact('management-extension', appId, errorCode),
        ),
        values: { count: failing.length, code: codes[0] ?? '' },
      };
    },
  ),
  ofReading(
    'management-extension',
    {
      ...about,
      id: 'apps-wait-for-restart',
      severity: 'notice',
      certainty: 'likely',
      owner: 'user',
    },
    ({ apps }) => {
      const waiting = (apps ?? []).filter(({ errorCode }) => wantsRestart.has(errorCode ?? ''));
      if (waiting.length === 0) return null;
      return {
        evidence: waiting.map(({ appId, errorCode }) =>
          fact('management-extension', appId, errorCode),
        ),
        values: { count: waiting.length },
      };
    },
  ),
  ofReading(
    'mdm-installs',
    { ...about, id: 'installer-failing', certainty: 'likely', source: sources.enrolment },
    ({ failed, finished }, snapshot) => {
      const recent = failed.filter(({ at }) => isRecent(snapshot, at, 7 * day));
      const [last] = recent;
      if (!last || valueOf(snapshot, 'mdm-enrolments')?.intune !== 'yes') return null;
      return {
        // Something was installed as well: perhaps the second try of the same.
        ...(finished > 0 ? { severity: 'notice' as const } : {}),
        codes: last.code ? [last.code] : [],
        evidence: [fact('mdm-installs', `event ${last.event}`, last.code)],
        values: { count: recent.length, code: last.code ?? '' },
      };
    },
  ),
];
