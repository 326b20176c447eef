import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { fact } from './evidence';
import { day, hour, installedFor, inUse, isClient, isOnline, upFor } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'protection',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.defender,
  explains: [],
} as const;

/** Set up, and running long enough for every service to have started. */
const settled = (snapshot: Snapshot): boolean =>
  isClient(snapshot) && inUse(snapshot) && upFor(snapshot, hour);

/** Its name is translated, the brand in it is not. */
const isDefender = (name: string): boolean => /defender/i.test(name);

const service = (id: string, name: string, source: string, explains: readonly string[]): Rule =>
  ofReading('services', { ...about, id, source, explains }, ({ services }, snapshot) => {
    const state = services[name];
    if (state?.installed !== 'yes' || state.running !== 'no' || !settled(snapshot)) return null;
    if (state.start !== 'automatic' && state.start !== 'disabled') return null;
    return {
      evidence: [fact('services', name, 'stopped'), fact('services', 'start', state.start)],
    };
  });

export const protectionRules: readonly Rule[] = [
  ofReading(
    'antivirus-products',
    { ...about, id: 'antivirus-off', explains: ['defender-watching-off', 'antivirus-outdated'] },
    ({ products }, snapshot) => {
      if (products.length === 0 || products.some(({ on }) => on !== 'no')) return null;
      if (!settled(snapshot)) return null;
      return {
        evidence: products.map(({ name }) => fact('antivirus-products', name, 'off')),
        values: { names: products.map(({ name }) => name).join(', ') },
      };
    },
  ),
  ofReading(
    'antivirus-products',
    { ...about, id: 'antivirus-outdated', certainty: 'likely', severity: 'notice' },
    ({ products }, snapshot) => {
      const working = products.filter(({ on }) => on === 'yes');
      if (working.length === 0 || working.some(({ current }) => current !== 'no')) return null;
      if (!settled(snapshot)) return null;
      return {
        evidence: working.map(({ name }) => fact('antivirus-products', name, 'outdated')),
        values: { names: working.map(({ name }) => name).join(', ') },
      };
    },
  ),
  ofReading(
    // Beside another product Defender steps back: only its own full mode can be judged.
    'defender',
    { ...about, id: 'defender-watching-off' },
    ({ realTime, mode }, snapshot) => {
      if (realTime !== 'no' || !/^normal$/i.test(mode ?? '') || !settled(snapshot)) return null;
      const products = valueOf(snapshot, 'antivirus-products')?.products;
      if (!products || products.some(({ name, on }) => on === 'yes' && !isDefender(name)))
        return null;
      // The Security Center repeats what Defender once told it; Defender itself knows better.
      const doubted = products.some(({ on }) => on === 'yes');
      return {
        ...(doubted ? { certainty: 'likely' as const } : {}),
        evidence: [fact('defender', 'realTime', realTime), fact('defender', 'mode', mode)],
      };
    },
  ),
  ofReading(
    'defender',
    { ...about, id: 'defender-signatures-old', severity: 'notice', certainty: 'likely' },
    ({ signatureAgeDays, mode }, snapshot) => {
      if (signatureAgeDays === null || signatureAgeDays < 7 || !/^normal$/i.test(mode ?? ''))
        return null;
      // A new Windows and one that was away are only about to fetch them.
      if (!settled(snapshot) || !installedFor(snapshot, 3 * day)) return null;
      const hadItsChance = signatureAgeDays >= 14 && isOnline(snapshot) && upFor(snapshot, day);
      return {
        ...(hadItsChance ? { severity: 'attention' as const } : {}),
        evidence: [fact('defender', 'signatureAgeDays', signatureAgeDays)],
        values: { days: signatureAgeDays },
      };
    },
  ),
  ofReading(
    'defender',
    { ...about, id: 'tamper-protection-off', severity: 'notice' },
    ({ tamperProtected, mode }, snapshot) =>
      tamperProtected === 'no' && /^normal$/i.test(mode ?? '') && settled(snapshot)
        ? { evidence: [fact('defender', 'tamperProtected', tamperProtected)] }
        : null,
  ),
  ofReading(
    'firewall',
    { ...about, id: 'firewall-off', certainty: 'likely', source: sources.firewall },
    ({ profiles }, snapshot) => {
      const off = profiles.filter(({ on }) => on === 'no');
      if (off.length === 0 || !settled(snapshot)) return null;
      return {
        // Switched off by policy is the organisation's own decision.
        ...(off.every(({ by }) => by === 'policy')
          ? { severity: 'notice' as const, owner: 'tenant' as const }
          : {}),
        evidence: off.map(({ name, by }) => fact('firewall', name, `off (${by})`)),
        values: { count: off.length },
      };
    },
  ),
  service('firewall-service-stopped', 'mpssvc', sources.firewall, ['firewall-off']),
  ofReading(
    'services',
    { ...about, id: 'threat-sensor-stopped', source: sources.endpointDetection },
    ({ services }, snapshot) => {
      const onboarded = valueOf(snapshot, 'endpoint-detection')?.onboarded;
      const sensor = services['sense'];
      if (onboarded !== 'yes' || sensor?.running !== 'no' || !settled(snapshot)) return null;
      return {
        evidence: [
          fact('endpoint-detection', 'onboarded', onboarded),
          fact('services', 'sense', 'stopped'),
        ],
      };
    },
  ),
  ofReading(
    'endpoint-detection',
    {
      ...about,
      id: 'threat-sensor-not-onboarded',
      severity: 'notice',
      certainty: 'possible',
      owner: 'tenant',
      source: sources.endpointDetection,
    },
    ({ onboarded }, snapshot) => {
      if (onboarded !== 'no' || valueOf(snapshot, 'mdm-enrolments')?.intune !== 'yes') return null;
      return { evidence: [fact('endpoint-detection', 'onboarded', onboarded)] };
    },
  ),
];
