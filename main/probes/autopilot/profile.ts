import { triOf } from '../../core/reading';
import { guidOf } from '../mdm/guid';
import type { Probe } from '../probe';
import { hexCode } from '../text/codes';
import { map } from '../text/reading';
import { registryOf, registryReads } from '../text/registry';
import { oobeConfigOf } from './oobe-config';
import { diagnosticsKey } from './sources';

export const profileProbe: Probe<'autopilot-profile'> = {
  id: 'autopilot-profile',
  on: ['win32'],
  reads: registryReads(diagnosticsKey),
  parse: (raws) =>
    map(registryOf(raws, diagnosticsKey), (tree) => {
      const text = (name: string) => tree.string('', name);
      const id = (name: string) => guidOf(text(name));
      const established = (name: string) => guidOf(tree.string('EstablishedCorrelations', name));
      return {
        present: triOf(tree.exists),
        disabled: triOf(tree.flag('', 'IsAutopilotDisabled')),
        tenantMatched: triOf(tree.flag('', 'TenantMatched')),
        signedInTenantId: id('AadTenantId'),
        ownerTenantId: id('CloudAssignedTenantId'),
        ownerTenantDomain: text('CloudAssignedTenantDomain'),
        profileName: text('DeploymentProfileName'),
        oobe: oobeConfigOf(tree.number('', 'CloudAssignedOobeConfig')),
        error: {
          code: hexCode(tree.number('', 'DeploymentErrorCode') || text('DeploymentErrorCode')),
          reason: text('DeploymentErrorReason'),
        },
        registrationId: id('ZtdRegistrationId') ?? established('ZtdRegistrationId'),
        correlationId: id('ZtdCorrelationId') ?? established('ZtdCorrelationId'),
        managedDeviceId: established('EntDMID'),
      };
    }),
};
