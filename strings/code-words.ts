import type { CodeStructureView } from '../preload/contract';
import type { Words } from './index';

const severities = {
  success: 'code.severity.success',
  information: 'code.severity.information',
  warning: 'code.severity.warning',
  error: 'code.severity.error',
} as const;

const families = {
  win32: 'code.family.win32',
  hresult: 'code.family.hresult',
  ntstatus: 'code.family.ntstatus',
  entra: 'code.family.entra',
  adfs: 'code.family.adfs',
} as const;

/** What the shape of an unknown code says, and that it is no more than that. */
export const structureWords = (structure: CodeStructureView | null, words: Words) => {
  if (structure === null)
    return { meaning: words.say('code.unknown'), plain: words.say('code.unknown.plain') };
  if (structure.severity === 'success' && structure.number === 0)
    return { meaning: words.say('code.success'), plain: words.say('code.success') };
  const facility =
    structure.facility === null ? null : words.lookUp(`code.facility.${structure.facility}`);
  return {
    meaning: words.say('code.structure', {
      family: words.say(families[structure.family]),
      severity: words.say(severities[structure.severity]),
      facility:
        facility ??
        words.say('code.facility.unknown', { number: String(structure.facilityNumber ?? '–') }),
      number: String(structure.number),
    }),
    plain: words.say('code.unknown.plain'),
  };
};

export const areaWords = (area: string, words: Words): string =>
  words.lookUp(`area.${area}`) ?? area;
