import { loadAreas } from './catalogues';
import { createWords, type Language, type Words } from './index';

const areas = [
  'page',
  'shared',
  'findings',
  'findings-cloud',
  'findings-device',
  'findings-expectation',
  'findings-management',
  'probes',
  'report',
  'ways',
  'call',
  'guide',
  'guides-user',
  'guides-technician',
  'repairs',
  'batch',
];

/** A report may be in another language than the page: its reader is somebody else. */
export const reportWords = async (language: Language): Promise<Words> =>
  createWords(
    language,
    await loadAreas(language, areas),
    ...(language === 'en' ? [] : [await loadAreas('en', areas)]),
  );
