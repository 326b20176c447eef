import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import dcSchema from '../../resources/schema/dc.schema.json';
import endpointsSchema from '../../resources/schema/endpoints.schema.json';
import { endpointsJson } from '../../main/network/endpoints/report-json';
import type { EndpointResult } from '../../main/network/endpoints/outcome';
import { domainJson } from '../../main/network/locator/report-json';
import { examine } from '../../main/network/locator/examine';
import { decodeNetlogon } from '../../main/network/netlogon';
import { closedWire } from '../../main/network/wire';
import { netlogonBytes } from '../harness/net/directory';
import { say } from '../terminal/fake';

const ajv = new Ajv2020({ allErrors: true });
const validates = { dc: ajv.compile(dcSchema), endpoints: ajv.compile(endpointsSchema) };

const fits = (name: keyof typeof validates, json: unknown) => {
  const valid = validates[name](JSON.parse(JSON.stringify(json)));
  expect(validates[name].errors ?? []).toEqual([]);
  return valid;
};

describe('what scripts get fits its published schema', () => {
  it('for dc, with a controller, with one that did not answer, and without any', async () => {
    const heard = {
      host: 'dc.corp.test',
      address: '192.0.2.1',
      port: 389,
      netlogon: decodeNetlogon(netlogonBytes())!,
      transport: 'udp' as const,
      ms: 1.5,
      atMs: 2.5,
    };
    const examination = await examine(closedWire, 'corp.test', heard);
    const controller = { heard, examination, problems: [] };
    const candidate = {
      host: 'gone.corp.test',
      port: 389,
      origin: 'domain' as const,
      priority: 0,
      weight: 0,
    };
    const silent = { kind: 'silent' as const, ms: 1 };
    const search = {
      records: [{ origin: 'domain' as const, name: '_x', answer: silent }],
      asked: [
        {
          candidate,
          names: silent,
          pings: [{ address: '192.0.2.9', udp: silent, tcp: null }],
        },
      ],
      heard: [heard],
      leftOut: 0,
      notNeeded: 0,
      firstLiveMs: 1.25,
      chosenMs: null,
      chosen: heard,
    };
    const report = {
      domain: 'corp.test',
      verdict: { state: 'broken' as const, code: 'paused' as const, hints: [] },
      search,
      chosen: controller,
      windowsWouldChoose: null,
      controllers: [controller, { ...controller, examination: null }],
      servers: ['192.0.2.53'],
      ms: 12.7,
    };
    expect(fits('dc', domainJson(report))).toBe(true);
    expect(fits('dc', domainJson({ ...report, chosen: null, controllers: [] }))).toBe(true);
  });

  it('for endpoints', () => {
    const steps = { names: null, tcp: null, proxy: null, tls: null, http: null, ntp: null };
    const result: EndpointResult = {
      target: {
        id: 'a',
        host: 'a.test',
        port: 443,
        protocol: 'tcp',
        service: 'S',
        neededFor: ['prt'],
        scope: 'user',
        inspectionForbidden: true,
        optional: false,
        essential: true,
        standsFor: '*.test',
        source: 'https://a.test/',
      },
      viaProxy: false,
      steps: { ...steps, tcp: { kind: 'refused', ms: 3.3 } },
      problem: 'refused',
      inspector: null,
      offsetMs: null,
      ms: 3.4,
    };
    const report = {
      state: 'broken' as const,
      causes: [
        {
          code: 'refused',
          severity: 'broken',
          owner: 'network',
          about: 'S',
          hosts: ['a'],
        } as const,
      ].map((one) => ({ ...one, hosts: [...one.hosts] })),
      results: [result],
      untestable: [],
      clockOffsetMs: -1000,
      ms: 5.5,
    };
    expect(fits('endpoints', endpointsJson(report))).toBe(true);
  });

  it.each(['dc', 'endpoints'] as const)('and the schema of %s refuses what is none', (name) => {
    expect(validates[name]({ schema: 2 })).toBe(false);
  });

  it('and is printed on request', async () => {
    expect(JSON.parse((await say(['schema', 'dc'])).out)).toEqual(dcSchema);
    expect(JSON.parse((await say(['schema', 'endpoints'])).out)).toEqual(endpointsSchema);
  });
});
