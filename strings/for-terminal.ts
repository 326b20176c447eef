import { loadAreas } from './catalogues';
import type { Catalogue, Language } from './index';
import type { terminalAreas } from './rooms';
import cloud from './en/cloud.json';
import batch from './en/batch.json';
import comparison from './en/comparison.json';
import chain from './en/chain.json';
import disproof from './en/disproof.json';
import door from './en/door.json';
import findings from './en/findings.json';
import findingsCloud from './en/findings-cloud.json';
import findingsDevice from './en/findings-device.json';
import findingsExpectation from './en/findings-expectation.json';
import findingsManagement from './en/findings-management.json';
import named from './en/named.json';
import network from './en/network.json';
import organisation from './en/organisation.json';
import probes from './en/probes.json';
import readiness from './en/readiness.json';
import samples from './en/samples.json';
import shared from './en/shared.json';
import terminal from './en/terminal.json';
import terminalBatch from './en/terminal-batch.json';

/** English is part of the program, so that there are always words. */
const parts: Readonly<Record<(typeof terminalAreas)[number], Catalogue>> = {
  cloud,
  batch,
  comparison,
  chain,
  disproof,
  door,
  findings,
  'findings-cloud': findingsCloud,
  'findings-device': findingsDevice,
  'findings-expectation': findingsExpectation,
  'findings-management': findingsManagement,
  named,
  network,
  organisation,
  probes,
  readiness,
  samples,
  shared,
  terminal,
  'terminal-batch': terminalBatch,
};

export const english: Catalogue = Object.assign({}, ...Object.values(parts)) as Catalogue;

/** Other languages arrive when somebody wants them. */
export const load = async (language: Language): Promise<Catalogue> =>
  language === 'en' ? english : loadAreas(language, Object.keys(parts));
