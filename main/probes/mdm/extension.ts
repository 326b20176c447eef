import type { ManagementExtension } from '../../core/facts/mdm';
import { ok } from '../../core/reading';
import { installed, servicesSource } from '../machine/service-states';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { map, valueOr } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import type { RegistryTree } from '../text/registry';
import { guidOf } from './guid';
import { managementExtensionKey } from './sources';

/** `{"ErrorCode":-2016345060, …}`: one of two states each app keeps as JSON in a text value. */
const errorIn = (json: string | null): string | null => {
  const number = /"ErrorCode"\s*:\s*(-?\d{1,10})\b/.exec(json ?? '')?.[1];
  const code = hexCode(number);
  return code === '0x00000000' ? null : code;
};

const appsIn = (tree: RegistryTree): NonNullable<ManagementExtension['apps']> =>
  tree
    .children('Win32Apps')
    .filter((user) => guidOf(user) !== null)
    .flatMap((user) =>
      tree.children(`Win32Apps\\${user}`).flatMap((name) => {
        // `<app>_<revision>`
        const [app = '', revision = null] = name.split('_');
        const appId = guidOf(app);
        if (appId === null) return [];
        const path = `Win32Apps\\${user}\\${name}`;
        const state = (part: string) =>
          errorIn(tree.string(`${path}\\${part}`, part) ?? tree.string(path, part));
        const errorCode = state('EnforcementStateMessage') ?? state('ComplianceStateMessage');
        return [{ userId: guidOf(user) ?? user, appId, revision, errorCode }];
      }),
    );

export const extensionProbe: Probe<'management-extension'> = {
  id: 'management-extension',
  on: ['win32'],
  reads: [...registryReads(managementExtensionKey), servicesSource],
  parse: (raws) => {
    const tree = registryOf(raws, managementExtensionKey);
    const present = installed(raws, 'IntuneManagementExtension');
    if (tree.kind !== 'ok' && present === 'unknown') return tree;
    return ok({
      installed: present,
      apps: valueOr(map(tree, appsIn), null),
    });
  },
};
