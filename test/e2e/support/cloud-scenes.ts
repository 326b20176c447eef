import type { CloudView } from '../../../preload/contract-cloud';
import type { Scene } from './stand-in';

const none = { ok: false, code: 'not-set-up', authorityCode: null, requestId: null } as const;

const signedOut: CloudView = {
  sign: { kind: 'signed-out', why: null },
  deviceCode: true,
  readOnly: false,
  registration: {
    clientId: '7c6dbab0-4d18-4a8f-9f8e-0a3f5c1d2e4b',
    tenant: '4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408',
    cloud: 'global',
    redirects: [
      'http://localhost',
      'ms-appx-web://Microsoft.AAD.BrokerPlugin/7c6dbab0-4d18-4a8f-9f8e-0a3f5c1d2e4b',
    ],
    permissions: [
      { name: 'User.Read', purposes: ['own'], administrator: false },
      { name: 'CloudPC.Read.All', purposes: ['cloud-pc'], administrator: true },
    ],
  },
};

/** Where nothing about the cloud is staged: no organisation, so nothing is set up. */
export const withoutCloud: Pick<
  Scene,
  'cloudView' | 'mine' | 'found' | 'cloudDevice' | 'foreseen' | 'actions' | 'bulk'
> = {
  cloudView: { ...signedOut, sign: { kind: 'not-set-up' } },
  mine: none,
  found: none,
  cloudDevice: none,
  foreseen: none,
  actions: [],
  bulk: null,
};
