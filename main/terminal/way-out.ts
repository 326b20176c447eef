import { closedWire, openWire, type Wire } from '../network/wire';
import type { Call } from './command';
import type { Terminal } from './terminal';

/** Closed where `--offline`, the organisation or this user's own setting wants it; whose wish it is, is said. */
export const wayOut = async (
  { flags, values }: Pick<Call, 'flags' | 'values'>,
  { err, words }: Terminal,
): Promise<Wire> => {
  const [{ createOffline }, { loadOrganisation, organisationPlaces }, { ownSettings }] =
    await Promise.all([import('../offline'), import('../organisation/load'), import('./own')]);
  const because = await createOffline({
    asked: flags.has('offline'),
    organisation: () => loadOrganisation(organisationPlaces(values.get('organisation'))),
    setting: async () => (await ownSettings()).offline,
  }).because();
  if (because === null) return openWire;
  if (because !== 'start') err(`fieldkit: ${words.say(`net.offline.${because}`)}\n`);
  return closedWire;
};
