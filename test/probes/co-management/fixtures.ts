import type { Fixture } from '../fixture';
import { services } from '../mdm/fixtures';
import { capture, json, ran, registry, text } from '../support';

export const site = ran(
  registry('HKLM', {
    'SOFTWARE\\Microsoft\\SMS\\Mobile Client': {
      AssignedSiteCode: text('P01'),
      ProductVersion: text('5.00.9128.1000'),
    },
  }),
);

export const fixtures: readonly Fixture[] = [
  {
    id: 'co-management',
    origin: 'capture',
    given: {
      'registry-ccm': ran(capture('reg-comanagementflags-constructed.txt')),
      'registry-sms-client': site,
      'cim-services': services('CcmExec'),
    },
  },
  {
    id: 'configmgr-client',
    origin: 'documented-shape',
    given: { 'cim-configmgr-client': json([{ ClientVersion: '5.00.9128.1000' }]) },
  },
  {
    id: 'co-management-log',
    origin: 'capture',
    given: { 'file-co-management-log': ran(capture('comanagementhandler-log-line.txt'), null) },
  },
];
