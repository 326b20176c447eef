import type { TokenBroker } from '../../core/facts/sign-in';
import { triOf } from '../../core/reading';
import type { Reading, Tri } from '../../core/reading';
import type { Probe } from '../probe';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads, registrySource, shallow } from '../text/registry';
import type { RegistryTree } from '../text/registry';

const families =
  'Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Families';
const family = (key: string, name: string) =>
  shallow(registrySource(key, 'HKCU', `${families}\\${name}`));

const broker = family('registry-broker-package', 'Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy');
/** Part of every desktop: if even this one is missing here, the list is kept elsewhere on this build. */
const shell = family(
  'registry-shell-package',
  'Microsoft.Windows.ShellExperienceHost_cw5n1h2txyewy',
);
/** Only the names below it: what lies deeper may hold secrets. */
const storage = shallow(
  registrySource(
    'registry-broker-storage',
    'HKCU',
    'Software\\Microsoft\\Windows\\CurrentVersion\\AAD\\Storage',
  ),
);

const presence = (own: RegistryTree, control: Reading<RegistryTree>): Tri => {
  if (own.children('').length > 0) return 'yes';
  const listed = control.kind === 'ok' && control.value.children('').length > 0;
  return listed ? 'no' : 'unknown';
};

export const tokenBrokerProbe: Probe<'token-broker'> = {
  id: 'token-broker',
  on: ['win32'],
  reads: registryReads(broker, shell, storage),
  parse: (raws) =>
    map(registryOf(raws, broker), (own): TokenBroker => {
      const used = map(registryOf(raws, storage), (tree) =>
        triOf(tree.children('').some((name) => name.toLowerCase().startsWith('https:'))),
      );
      return {
        package: presence(own, registryOf(raws, shell)),
        // Name_version_architecture_resource_publisher
        version: own.children('')[0]?.split('_')[1] ?? null,
        usedBefore: valueOr(used, 'unknown' as const),
      };
    }),
};
