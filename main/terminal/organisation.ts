import { organisationNotice } from '../../strings/organisation-words';
import type { Diagnosis } from '../core/diagnosis';
import type { Organisation } from '../core/organisation';
import {
  anyOrganisation,
  organisationPlaces,
  type OrganisationPlace,
} from '../organisation/places';
import type { Call, OptionSpec } from './command';
import type { Target } from './target';
import type { Terminal } from './terminal';
import { wrap } from './wrap';

export const organisationOption = {
  kind: 'value',
  value: 'FILE',
  words: 'organisation.option',
} as const satisfies OptionSpec;

/**
 * Whose organisation may judge what is looked at. This device's own file speaks for this device; a capture or
 * a text may come from anywhere, so only a file named for it does; a sample belongs to nobody.
 */
const speaksFor: Record<
  Target['kind'] | 'text',
  (place: OrganisationPlace, named: boolean) => boolean
> = {
  'this-device': () => true,
  capture: ({ from }, named) => named && from === 'option',
  text: ({ from }, named) => named && from === 'option',
  sample: () => false,
};

export const placesThatSpeak = (
  lookedAt: keyof typeof speaksFor,
  places: readonly OrganisationPlace[],
  named: boolean,
): OrganisationPlace[] => places.filter((place) => speaksFor[lookedAt](place, named));

/** The organisation of this run; a file that was not used is said on the error stream, never hidden. */
export const organisationFor = async (
  { values }: Pick<Call, 'values'>,
  { words, err }: Terminal,
  lookedAt: keyof typeof speaksFor,
): Promise<Organisation | null> => {
  const asked = values.get('organisation');
  const places = placesThatSpeak(lookedAt, organisationPlaces(asked), asked !== undefined);
  if (!anyOrganisation(places)) return null;
  const [{ loadOrganisation }, { organisationView }] = await Promise.all([
    import('../organisation/load'),
    import('../organisation/view'),
  ]);
  const loaded = await loadOrganisation(places);
  for (const notice of organisationView(loaded).notices)
    err(`fieldkit: ${organisationNotice(notice, words)}\n`);
  return loaded.organisation;
};

const ways = ['phone', 'email', 'portal', 'hours'] as const;

/** Whom to call, where something is found that is not the person's own to mend. */
export const showHelpDesk = (
  organisation: Organisation | null,
  { findings }: Diagnosis,
  { words, width, out, paint }: Terminal,
): void => {
  const forOthers = findings.some(
    ({ owner, severity, causedBy }) =>
      owner !== 'user' && severity !== 'notice' && causedBy === null,
  );
  const { name, helpDesk = null, links = [] } = organisation ?? {};
  if (!forOthers || (helpDesk === null && links.length === 0)) return;
  const contacts = ways.flatMap((way) => {
    const value = helpDesk?.[way] ?? null;
    return value === null ? [] : [words.say(`organisation.contact.${way}`, { value })];
  });
  const lines = [...contacts, ...links.map(({ title, address }) => `${title}: ${address}`)];
  const shown = lines.map((line) => wrap(line, width, '    ', '  '));
  out(`${[paint('bold', helpDesk?.name ?? name ?? ''), ...shown].join('\n')}\n`);
};
