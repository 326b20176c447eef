import type { Probe } from '../probe';
import { map } from '../text/reading';
import { registryOf, registryReads, registrySource } from '../text/registry';

const source = registrySource(
  'registry-network-list',
  'HKLM',
  'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList\\Profiles',
);

/** IANA's number of the wireless interface type. */
const wireless = 71;

/** Where a person has been is nobody's business: read only to note it down before a reset. */
export const knownNetworksProbe: Probe<'known-networks'> = {
  id: 'known-networks',
  on: ['win32'],
  reads: registryReads(source),
  onRequest: true,
  parse: (raws) =>
    map(registryOf(raws, source), (tree) => ({
      wireless: [
        ...new Set(
          tree
            .children('')
            .filter((key) => tree.number(key, 'NameType') === wireless)
            .map((key) => tree.string(key, 'ProfileName'))
            .filter((name) => name !== null),
        ),
      ],
    })),
};
