import type { CloudDeviceView, CloudSignView, CloudView } from '../../../preload/contract-cloud';
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
  | 'cloudView'
  | 'mine'
  | 'found'
  | 'cloudDevice'
  | 'keys'
  | 'secret'
  | 'foreseen'
  | 'actions'
  | 'bulk'
> = {
  cloudView: { ...signedOut, sign: { kind: 'not-set-up' } },
  mine: none,
  found: none,
  cloudDevice: none,
  keys: none,
  secret: none,
  foreseen: none,
  actions: [],
  bulk: null,
};

const at = Date.UTC(2026, 10, 1, 8);
const problem = (code: string) =>
  ({
    ok: false,
    code,
    authorityCode: 'AADSTS65001',
    requestId: '7c6dbab0-4d18-4a8f-9f8e',
  }) as const;

/** What the card says while somebody signs in, and when it came to nothing. */
export const signs = {
  code: {
    kind: 'waiting',
    how: 'device-code',
    address: 'https://microsoft.com/devicelogin',
    userCode: 'BDWP-HQXK',
    untilMs: at,
  },
  browser: {
    kind: 'waiting',
    how: 'browser',
    address: `https://login.microsoftonline.com/authorize?client_id=7c6dbab0&state=${'e'.repeat(400)}`,
    opened: false,
  },
  failed: { kind: 'signed-out', why: problem('blocked-by-policy') },
} as const satisfies Record<string, CloudSignView>;

export const signOf = (sign: CloudSignView): CloudView => ({ ...signedOut, sign });

const longName = 'DESKTOP-4F7Q2ZK.a-rather-long-subdomain.corp.contoso.example';

/** Everything there is to see with a sign-in, all of it at once. `own` marks what the service says in its own words. */
export const signedIn = (own = (text: string) => text): Partial<Scene> => {
  const cloudPc = {
    id: 'p1',
    name: own('CPC-jane-01'),
    status: own('inGracePeriod'),
    plan: own('Cloud PC Enterprise 4vCPU/16GB/256GB'),
    policy: null,
    connection: own('HQ'),
    graceEndsAt: at,
  };
  const row = {
    id: 'm1',
    name: own(longName),
    serial: own('PF2ABC12'),
    user: own('jane.with.a.long.name@contoso.example'),
    model: own('Cloud PC Enterprise 4vCPU/16GB/256GB'),
    lastSyncAt: null,
    compliance: own('noncompliant'),
  };
  const autopilot = [
    {
      id: 'a1',
      serial: own('PF2ABC12'),
      groupTag: own('Kiosk'),
      user: null,
      state: own('enrolled'),
    },
  ];
  const device: CloudDeviceView = {
    device: {
      ...row,
      encrypted: true,
      state: own('managed'),
      owner: own('company'),
      enrolledAt: null,
      version: own('10.0.26100.2033'),
    },
    directory: {
      ok: true,
      value: { found: true, enabled: false, joinType: 'AzureAd', lastSeenAt: null },
    },
    autopilot: { ok: true, value: autopilot },
    compliance: {
      ok: true,
      value: [{ name: own('BitLocker required'), state: own('nonCompliant') }],
    },
    keys: {
      ok: true,
      value: [{ id: 'b7f6c1de-93d3-44b1-8c2a-5f0c0f6d1a11', createdAt: at, volume: '1' }],
    },
    cloudPc: {
      ok: true,
      value: {
        ...cloudPc,
        snapshots: [{ id: 's1', createdAt: at }],
        checks: [{ name: own('Domain join'), state: own('failed'), code: 'dnsCheckFqdnNotFound' }],
        actions: ['cloud-pc-restart', 'cloud-pc-reprovision', 'cloud-pc-restore'],
      },
    },
    actions: ['sync', 'wipe'],
  };
  const consequence = (id: string, weight: 'loss' | 'care' | 'fine' | 'unknown', values = {}) => ({
    ...{ id, weight, values },
  });
  return {
    cloudView: signOf({
      kind: 'signed-in',
      name: own('Jane'),
      userName: own('jane@contoso.example'),
      tenant: '4ea5c1eb-49c1-5b93-bbbb-f4b4f3bfb408',
      kept: 'encrypted',
      needs: problem('needs-consent'),
    }),
    mine: {
      ok: true,
      value: {
        devices: {
          ok: true,
          value: [
            {
              id: 'd1',
              name: own(longName),
              system: own('Windows'),
              joinType: 'AzureAd',
              enabled: true,
              compliant: null,
              lastSeenAt: null,
              thisOne: true,
            },
          ],
        },
        cloudPcs: { ok: true, value: [cloudPc] },
        methods: { ok: true, value: { kinds: ['password', 'phone'], canReset: true } },
      },
    },
    found: { ok: true, value: { devices: [row], autopilot: { ok: true, value: autopilot } } },
    cloudDevice: { ok: true, value: device },
    keys: device.keys,
    secret: {
      ok: true,
      value: {
        ticket: 't1',
        value: '111111-222222-333333-444444-555555-666666-777777-888888',
        account: null,
        since: null,
        forgottenAfterMs: 120_000,
      },
    },
    foreseen: {
      ok: true,
      value: {
        action: {
          id: 'wipe',
          risk: 'destructive',
          options: [
            { name: 'keepUserData', kind: 'flag', choices: [] },
            { name: 'osVersion', kind: 'choice', choices: ['windows10', 'windows11'] },
          ],
        },
        toType: own(longName),
        consequences: [
          consequence('files-go', 'loss'),
          consequence('keys-missing', 'care'),
          consequence('set-up-registered', 'fine'),
          consequence('seen-unknown', 'unknown'),
        ],
      },
    },
    actions: [
      {
        run: 'r1',
        action: 'wipe',
        target: own(longName),
        begunAt: at,
        sent: 'unknown',
        code: null,
        requestId: '0b9c2f4e-5f1c-4a76-9d5c-6f0a3b1c2d3e',
        state: null,
        open: true,
        setAside: false,
        canFollow: true,
      },
    ],
    bulk: {
      action: 'wipe',
      dryRun: false,
      state: 'running',
      done: 1234,
      of: 5000,
      skipped: 0,
      counts: { accepted: 1200, 'not-found': 30, unknown: 4 },
    },
  };
};
