import type { DevicePreparation } from '../../core/facts/autopilot';
import { triOf } from '../../core/reading';
import type { Tri } from '../../core/reading';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { jsonNumber, jsonText, jsonTri, objectIn } from './json';
import { policyCacheIn } from './policy-cache';
import { policyCacheKey, settingsKey } from './sources';

const phases: Record<string, DevicePreparation['phase']> = {
  0: 'none',
  2: 'bootstrapping',
  3: 'running',
  4: 'done',
};

const pageOf = (text: string | null): DevicePreparation['page'] => {
  const json = objectIn(text);
  return (
    json && {
      agentTimeoutSeconds: jsonNumber(json, 'AgentDownloadTimeoutSeconds'),
      pageTimeoutSeconds: jsonNumber(json, 'PageTimeoutSeconds'),
      errorMessage: jsonText(json, 'ErrorMessage'),
      allowsSkip: jsonTri(json, 'AllowSkipOnFailure'),
      allowsDiagnostics: jsonTri(json, 'AllowDiagnostics'),
    }
  );
};

export const devicePreparationProbe: Probe<'device-preparation'> = {
  id: 'device-preparation',
  on: ['win32'],
  reads: registryReads(settingsKey, policyCacheKey),
  parse: (raws) =>
    map(registryOf(raws, settingsKey), (tree): DevicePreparation => {
      const number = tree.number('', 'AutopilotDevicePrepHint');
      // Kept as a number on some builds and as text on others.
      const rawHint = number === null ? tree.string('', 'AutopilotDevicePrepHint') : String(number);
      const page = pageOf(tree.string('DevicePreparation', 'PageSettings'));
      const cache = valueOr(policyCacheIn(raws), null);
      const policy = cache?.policy ?? null;
      const madeForIt = policy?.deviceRegistration === 2 || policy?.statusPage === 'no';
      const phase = rawHint === null ? 'none' : (phases[rawHint] ?? 'unknown');
      const started = phase !== 'none';
      const decided: Tri =
        started || page !== null || madeForIt ? 'yes' : triOf(cache ? false : null);
      return { used: decided, phase, rawHint, page };
    }),
};
