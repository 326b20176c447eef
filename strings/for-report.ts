import { createWords, type Catalogue, type Language, type Words } from './index';

type Load = () => Promise<Catalogue>;

/** A report may be in another language than the page: its reader is somebody else. */
const catalogues: Record<Language, Load> = {
  en: async () => ({
    ...(await import('./en/page.json')).default,
    ...(await import('./en/shared.json')).default,
    ...(await import('./en/findings.json')).default,
    ...(await import('./en/findings-device.json')).default,
    ...(await import('./en/findings-management.json')).default,
    ...(await import('./en/probes.json')).default,
    ...(await import('./en/report.json')).default,
  }),
  de: async () => ({
    ...(await import('./de/page.json')).default,
    ...(await import('./de/shared.json')).default,
    ...(await import('./de/findings.json')).default,
    ...(await import('./de/findings-device.json')).default,
    ...(await import('./de/findings-management.json')).default,
    ...(await import('./de/probes.json')).default,
    ...(await import('./de/report.json')).default,
  }),
};

export const reportWords = async (language: Language): Promise<Words> =>
  createWords(
    language,
    await catalogues[language](),
    ...(language === 'en' ? [] : [await catalogues.en()]),
  );
