import { withoutCloud } from './cloud-scenes';
import type {
  DiagnosisView,
  FindingView,
  InspectionView,
  Outcome,
  Settings,
} from '../../../preload/contract';
import type { Scene } from './stand-in';

export const finding = (id: string, more: Partial<FindingView> = {}): FindingView => ({
  id,
  link: 'prt',
  severity: 'broken',
  certainty: 'proved',
  owner: 'user',
  evidence: [{ source: 'device-registration', field: 'AzureAdPrt', value: 'NO', line: 3 }],
  codes: [],
  values: {},
  causedBy: null,
  guide: null,
  source: 'https://learn.microsoft.com/',
  ...more,
});

export const diagnosis = (more: Partial<DiagnosisView> = {}): DiagnosisView => ({
  state: 'healthy',
  rootCause: null,
  firstCause: null,
  join: { type: 'entra-joined', registered: true },
  prt: { state: 'yes', expected: true, healthy: true },
  enterprisePrt: 'no',
  deviceAuth: { state: 'success', code: null },
  tpmProtected: true,
  subject: {
    kind: 'entra-user',
    elevated: false,
    session: 'interactive',
    account: 'AzureAD\\Jane',
  },
  codes: [],
  findings: [],
  gaps: [],
  line: [],
  unrecognised: [],
  observedAt: null,
  ...more,
});

export const looked = (
  more: Partial<DiagnosisView> = {},
  about: Partial<InspectionView> = {},
): Outcome<InspectionView> => ({
  ok: true,
  value: {
    id: 'look-1',
    origin: 'capture',
    label: null,
    spoken: null,
    diagnosis: diagnosis(more),
    sources: ['dsregcmd-status'],
    closed: [],
    sourcesOf: { 'device-registration': ['dsregcmd-status'] },
    masked: null,
    ...about,
  },
});

/** As of somebody who has been here before. */
export const settings: Settings = {
  seat: 'my-device',
  theme: 'system',
  language: null,
  welcomed: true,
  history: true,
  keys: true,
  notify: false,
  offline: false,
  place: {
    sample: null,
    readings: { text: '', kind: 'all', room: null },
    call: null,
    view: 'device',
    sheet: null,
  },
};

export const scene = (more: Partial<Scene> = {}): Scene => ({
  info: {
    version: '0.1.0',
    door: 'desktop',
    platform: 'win32',
    canInspectThisDevice: true,
    languages: ['en-GB'],
    offline: null,
    doorReason: null,
  },
  samples: [],
  settings,
  organisation: {
    name: null,
    helpDesk: null,
    links: [],
    branding: { colour: null, logo: null },
    languages: [],
    servers: [],
    notices: [],
  },
  inspect: looked(),
  stuckAt: null,
  cancelled: looked({
    state: 'unknown',
    gaps: [{ probe: 'device-registration', why: 'cancelled', detail: null }],
  }),
  read: looked(),
  raw: {
    ok: true,
    value: {
      source: 'dsregcmd-status',
      text: '| SSO State |\n\n  AzureAdPrt : NO\n  AzureAdPrtAuthority : \n',
      encoding: 'utf-8',
      cut: false,
    },
  },
  readings: { ok: true, value: [] },
  since: { ok: true, value: { kind: 'first' } },
  rights: 'offered',
  administrator: null,
  explained: [],
  chain: {
    ok: true,
    value: {
      outcome: 'open',
      domain: 'corp.example.com',
      proxies: {
        ways: [
          {
            who: 'user',
            how: 'proxy',
            address: 'proxy.corp.example:8080',
            except: '*.corp.example;<local>',
          },
          { who: 'services', how: 'direct', address: null, except: null },
          { who: 'system', how: 'unset', address: null, except: null },
          { who: 'environment', how: 'proxy', address: 'other.example:3128', except: 'localhost' },
        ],
        differ: 'yes',
      },
      steps: [
        {
          link: 'prt',
          state: 'proved',
          evidence: [{ source: 'device-registration', field: 'AzureAdPrt', value: 'YES' }],
          why: null,
          finding: null,
        },
        { link: 'tgt', state: 'not-provable', evidence: [], why: 'not-yet-needed', finding: null },
      ],
    },
  },
  domain: { ok: false, code: 'not-a-domain' },
  cloud: { ok: false, code: 'busy' },
  named: { ok: false, code: 'not-a-target' },
  servers: { ok: true, value: [] },
  sheet: { ok: false, code: 'gone' },
  opened: null,
  ...withoutCloud,
  silentFrom: null,
  ...more,
});
