import { loadAreas } from './catalogues';
import type { Catalogue, Language } from './index';
import comparison from './en/comparison.json';
import disproof from './en/disproof.json';
import findings from './en/findings.json';
import findingsCloud from './en/findings-cloud.json';
import findingsDevice from './en/findings-device.json';
import findingsExpectation from './en/findings-expectation.json';
import findingsManagement from './en/findings-management.json';
import organisation from './en/organisation.json';
import page from './en/page.json';
import probes from './en/probes.json';
import rights from './en/rights.json';
import samples from './en/samples.json';
import shared from './en/shared.json';

/** English is part of the page, so that there are always words. */
const parts = {
  comparison,
  disproof,
  findings,
  'findings-cloud': findingsCloud,
  'findings-device': findingsDevice,
  'findings-expectation': findingsExpectation,
  'findings-management': findingsManagement,
  organisation,
  page,
  probes,
  rights,
  samples,
  shared,
};

export const english: Catalogue = Object.assign({}, ...Object.values(parts)) as Catalogue;

/** Other languages arrive when somebody wants them. */
export const load = async (language: Language): Promise<Catalogue> =>
  language === 'en' ? english : loadAreas(language, Object.keys(parts));
