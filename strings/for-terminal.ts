import type { Catalogue, Language } from './index';
import door from './en/door.json';
import findings from './en/findings.json';
import findingsCloud from './en/findings-cloud.json';
import findingsDevice from './en/findings-device.json';
import findingsExpectation from './en/findings-expectation.json';
import findingsManagement from './en/findings-management.json';
import network from './en/network.json';
import organisation from './en/organisation.json';
import probes from './en/probes.json';
import readiness from './en/readiness.json';
import samples from './en/samples.json';
import shared from './en/shared.json';
import terminal from './en/terminal.json';

/** English is part of the program, so that there are always words. */
export const english: Catalogue = {
  ...shared,
  ...door,
  ...findings,
  ...findingsCloud,
  ...findingsDevice,
  ...findingsExpectation,
  ...findingsManagement,
  ...network,
  ...organisation,
  ...probes,
  ...readiness,
  ...samples,
  ...terminal,
};

const german = async (): Promise<Catalogue> => {
  const [
    shared,
    door,
    findings,
    findingsCloud,
    findingsDevice,
    findingsExpectation,
    findingsManagement,
    network,
    organisation,
    probes,
    readiness,
    samples,
    terminal,
  ] = await Promise.all([
    import('./de/shared.json'),
    import('./de/door.json'),
    import('./de/findings.json'),
    import('./de/findings-cloud.json'),
    import('./de/findings-device.json'),
    import('./de/findings-expectation.json'),
    import('./de/findings-management.json'),
    import('./de/network.json'),
    import('./de/organisation.json'),
    import('./de/probes.json'),
    import('./de/readiness.json'),
    import('./de/samples.json'),
    import('./de/terminal.json'),
  ]);
  return {
    ...shared.default,
    ...door.default,
    ...findings.default,
    ...findingsCloud.default,
    ...findingsDevice.default,
    ...findingsExpectation.default,
    ...findingsManagement.default,
    ...network.default,
    ...organisation.default,
    ...probes.default,
    ...readiness.default,
    ...samples.default,
    ...terminal.default,
  };
};

/** Other languages arrive when somebody wants them. */
export const load: Record<Language, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(english),
  de: german,
};
