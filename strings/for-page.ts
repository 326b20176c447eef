import type { Catalogue, Language } from './index';
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
export const english: Catalogue = {
  ...shared,
  ...disproof,
  ...findings,
  ...findingsCloud,
  ...findingsDevice,
  ...findingsExpectation,
  ...findingsManagement,
  ...probes,
  ...rights,
  ...samples,
  ...organisation,
  ...page,
};

const german = async (): Promise<Catalogue> => {
  const [
    disproof,
    shared,
    findings,
    findingsCloud,
    findingsDevice,
    findingsExpectation,
    findingsManagement,
    probes,
    rights,
    samples,
    organisation,
    page,
  ] = await Promise.all([
    import('./de/disproof.json'),
    import('./de/shared.json'),
    import('./de/findings.json'),
    import('./de/findings-cloud.json'),
    import('./de/findings-device.json'),
    import('./de/findings-expectation.json'),
    import('./de/findings-management.json'),
    import('./de/probes.json'),
    import('./de/rights.json'),
    import('./de/samples.json'),
    import('./de/organisation.json'),
    import('./de/page.json'),
  ]);
  return {
    ...disproof.default,
    ...shared.default,
    ...findings.default,
    ...findingsCloud.default,
    ...findingsDevice.default,
    ...findingsExpectation.default,
    ...findingsManagement.default,
    ...probes.default,
    ...rights.default,
    ...samples.default,
    ...organisation.default,
    ...page.default,
  };
};

/** Other languages arrive when somebody wants them. */
export const load: Record<Language, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(english),
  de: german,
};
