import { describe, expect, it } from 'vitest';
import type { CauseCode } from '../../../main/network/endpoints/causes';
import type { EndpointsReport } from '../../../main/network/endpoints/run';
import type { DomainReport } from '../../../main/network/locator/locate';
import { cloudLine } from '../../../main/network/reach/cloud-line';
import type { NamedReport } from '../../../main/network/named/outcome';
import { domainLine } from '../../../main/network/reach/domain-line';
import { namedLine } from '../../../main/network/reach/named-line';

/** Any answer at all: what it says does not colour a stop. */
const answered = { kind: 'answered', ms: 1, value: { look: {}, chain: [], answer: {} } };
const silent = { kind: 'silent', ms: 1 };
const offline = { kind: 'offline', ms: 0 };

interface Steps {
  names?: object;
  tcp?: object;
  proxy?: object;
  tls?: object;
  ntp?: object;
}
const cloud = (
  steps: Steps[],
  more: { causes?: [CauseCode, string][]; state?: string; viaProxy?: boolean } = {},
) => {
  const report = {
    state: more.state ?? 'healthy',
    causes: (more.causes ?? []).map(([code, severity]) => ({ code, severity })),
    results: steps.map((one) => ({
      target: { host: 'a.test', port: 443, protocol: 'tcp' },
      viaProxy: more.viaProxy ?? false,
      steps: { names: null, tcp: null, proxy: null, tls: null, http: null, ntp: null, ...one },
    })),
  } as unknown as EndpointsReport;
  return cloudLine(report)
    .map(({ state }) => state)
    .join(' ');
};

describe('the way to the cloud', () => {
  const fine = { names: answered, tcp: answered, tls: answered };
  it('is proved stop by stop', () => {
    expect(cloud([fine, { names: silent }])).toBe('ok ok not-needed ok ok');
  });
  it('breaks where nobody answers at all', () => {
    expect(cloud([{ names: answered, tcp: silent }], { state: 'broken' })).toBe(
      'ok broken not-needed unknown broken',
    );
  });
  it('proves nothing where nothing was asked', () => {
    expect(cloud([{ names: offline, tcp: offline }], { state: 'unknown' })).toBe(
      'unknown unknown not-needed unknown unknown',
    );
    expect(cloud([], { state: 'unknown' })).toBe('unknown unknown not-needed unknown unknown');
  });
  it('shows the proxy that refuses, and the traffic that is opened', () => {
    const through = { proxy: answered, tls: answered };
    expect(cloud([through], { viaProxy: true })).toBe('unknown ok ok ok ok');
    expect(
      cloud([through], { viaProxy: true, causes: [['proxy-refuses', 'broken']], state: 'broken' }),
    ).toBe('unknown ok broken ok broken');
    expect(cloud([fine], { causes: [['intercepted', 'attention']], state: 'attention' })).toBe(
      'ok ok not-needed degraded degraded',
    );
  });
});

interface Seen {
  records?: object[];
  pings?: { udp: object; tcp: object | null }[];
  heard?: number;
  chosen?: { kerberos: object; smb: object; problems?: string[] } | null;
  state?: string;
}
const domain = ({ records = [], pings = [], heard = 0, chosen = null, state }: Seen) => {
  const report = {
    verdict: { state: state ?? 'unknown' },
    search: {
      records: records.map((answer) => ({ name: '_ldap', answer })),
      asked: [{ candidate: { host: 'dc1' }, names: answered, pings }],
      heard: new Array(heard).fill({}),
    },
    controllers: [],
    chosen: chosen && {
      heard: { host: 'dc1' },
      examination: chosen,
      problems: (chosen.problems ?? []).map((code) => ({ code })),
    },
  } as unknown as DomainReport;
  return domainLine(report)
    .map((stop) => stop.state)
    .join(' ');
};

describe('the way into the company', () => {
  const way = { records: [answered], pings: [{ udp: answered, tcp: null }], heard: 1 };
  it('is proved stop by stop', () => {
    const chosen = { kerberos: answered, smb: answered };
    expect(domain({ ...way, chosen, state: 'healthy' })).toBe('ok ok ok ok ok');
  });
  it('breaks at the name service, on the way, at the controller, and at each of its services', () => {
    expect(domain({ records: [{ kind: 'no-such-name', ms: 1 }], state: 'broken' })).toBe(
      'broken unknown unknown unknown unknown',
    );
    expect(
      domain({ records: [answered], pings: [{ udp: silent, tcp: silent }], state: 'broken' }),
    ).toBe('ok broken unknown unknown unknown');
    expect(domain({ ...way, state: 'broken' })).toBe('ok ok broken unknown unknown');
    const chosen = { kerberos: silent, smb: answered };
    expect(domain({ ...way, chosen, state: 'broken' })).toBe('ok ok broken broken ok');
  });
  it('breaks at the sign-in when the clocks are apart, although the controller answers', () => {
    const chosen = { kerberos: answered, smb: answered, problems: ['clock-apart'] };
    expect(domain({ ...way, chosen, state: 'broken' })).toBe('ok ok broken broken ok');
  });
  it('proves nothing offline', () => {
    expect(domain({ records: [offline] })).toBe('unknown unknown unknown unknown unknown');
  });
});

it('every stop carries its proof, what failed first, and never without end', () => {
  const results = Array.from({ length: 100 }, (_, at) => ({
    target: { host: `h${String(at)}.test`, port: 443, protocol: 'tcp' },
    viaProxy: false,
    problem: null,
    steps: {
      names: answered,
      tcp: at === 99 ? silent : answered,
      proxy: null,
      tls: null,
      http: null,
      ntp: null,
    },
  }));
  const line = cloudLine({ state: 'broken', causes: [], results } as unknown as EndpointsReport);
  const network = line.find(({ id }) => id === 'network');
  expect(network?.proof[0]).toEqual({
    of: 'h99.test TCP 443',
    result: 'silent',
    ms: 1,
    values: {},
  });
  expect(network?.proof).toHaveLength(40);
});

it('the way to something named breaks at the link its verdict is about', () => {
  const steps = {
    ...{ name: answered, dns: null, way: null, tcp: answered, proxy: null, tls: null },
    ...{ http: null, smb: silent, rpc: null, services: [] },
  };
  const report = {
    target: { kind: 'files', host: 'fs1', port: 445, share: null },
    verdict: { state: 'broken', breaksAt: 'files' },
    viaProxy: false,
    steps,
  } as unknown as NamedReport;
  expect(namedLine(report).map(({ id, state }) => `${id} ${state}`)).toEqual([
    'name ok',
    'way unknown',
    'port ok',
    'files broken',
  ]);
});
