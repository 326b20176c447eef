import { createSecureContext } from 'node:tls';
import { besideAdcli } from './beside-adcli.mjs';
import { loadProduct } from './load.mjs';
import { line, median } from './measure.mjs';

const rounds = 5;
const endpointCount = 250;
const holeEvery = 10;
const limitMs = 4000;
const sampleOf = 25;
const graceBudgetMs = 150;
const dns = { address: '192.0.2.53', port: 53 };

const harness = async () => {
  const kits = await Promise.all(
    ['listeners', 'name-server', 'directory', 'map', 'web', 'authority', 'black-hole'].map((name) =>
      loadProduct(`test/harness/net/${name}.ts`),
    ),
  );
  return Object.assign({}, ...kits);
};

/** A world on loopback with its own name server; nothing outside this machine is contacted. */
const newWorld = async (kit, opened) => {
  const zone = new Map();
  const world = new kit.World(await kit.closedPort());
  world.put(dns, (await opened.add(kit.nameServer(zone))).spot);
  return { zone, world };
};

const target = (host) => ({
  id: host,
  host,
  port: 443,
  protocol: 'tcp',
  service: 'bench',
  neededFor: ['bench'],
  scope: 'device',
  inspectionForbidden: false,
  optional: false,
  essential: true,
  standsFor: null,
  source: '',
});

const endpoints = async (kit) => {
  const [{ runEndpoints }, { testEndpoint }, { nameService }] = await Promise.all([
    loadProduct('main/network/endpoints/run.ts'),
    loadProduct('main/network/endpoints/test-endpoint.ts'),
    loadProduct('main/network/names.ts'),
  ]);
  const opened = new kit.Opened();
  try {
    const { zone, world } = await newWorld(kit, opened);
    const roots = kit.authority('Bench');
    const site = await opened.add(
      kit.site((_request, response) => response.end(), roots.issue(['*.cloud.test'])),
    );
    const hole = await opened.add(process.platform === 'linux' ? kit.blackHole() : kit.mute());
    const targets = Array.from({ length: endpointCount }, (_, at) => {
      const address = `198.51.100.${at + 1}`;
      zone.set(`e${at}.cloud.test`, [{ type: 'A', address }]);
      world.put({ address, port: 443 }, at % holeEvery === 0 ? hole.spot : site.spot);
      return target(`e${at}.cloud.test`);
    });
    const means = {
      wire: world.wire,
      names: nameService(world.wire, [dns]),
      proxy: null,
      trust: createSecureContext({ ca: [roots.root] }),
      limitMs,
    };
    const ratios = [];
    let whole = 0;
    for (let round = 0; round < rounds; round += 1) {
      const report = await runEndpoints(means, { targets, untestable: [] });
      whole = report.ms;
      ratios.push(report.ms / Math.max(...report.results.map(({ ms }) => ms)));
    }
    line(`${endpointCount} endpoints against the slowest one`, median(ratios), 'x', 1.1);

    const began = performance.now();
    for (const one of targets.slice(0, sampleOf)) await testEndpoint(means, one);
    const sequential = ((performance.now() - began) * endpointCount) / sampleOf;
    line('of a client that asks one after another', whole / sequential, 'x', 0.1);
  } finally {
    await opened.close();
  }
};

const controllers = async (kit) => {
  const [{ searchDomain }, { nameService }] = await Promise.all([
    loadProduct('main/network/locator/search.ts'),
    loadProduct('main/network/names.ts'),
  ]);
  const afterFirst = [];
  const first = [];
  for (let round = 0; round < rounds; round += 1) {
    const opened = new kit.Opened();
    try {
      const { zone, world } = await newWorld(kit, opened);
      const silence = (await opened.add(kit.mute())).spot;
      await opened.add(kit.udp(() => undefined, silence));
      const hosts = Array.from({ length: 64 }, (_, at) => `dc${100 + at}.corp.test`);
      const list = hosts.map((name) => ({ type: 'SRV', target: name, port: 389 }));
      zone.set('_ldap._tcp.dc._msdcs.corp.test', list);
      for (const [at, host] of hosts.entries()) {
        const address = `10.0.1.${at + 1}`;
        zone.set(host, at < 60 && at % 3 === 0 ? 'silent' : [{ type: 'A', address }]);
        if (at >= 60) {
          const away = { domain: 'corp.test', flags: 0x17d, dcSite: 'A', clientSite: 'B' };
          world.put({ address, port: 389 }, (await opened.add(kit.pingable(away, {}, 20))).spot);
        } else if (at % 3 === 1) world.put({ address, port: 389 }, silence);
      }
      const result = await searchDomain(world.wire, nameService(world.wire, [dns]), {
        domain: 'corp.test',
        site: null,
        guid: null,
        all: false,
        here: [],
        host: null,
      });
      afterFirst.push(result.chosenMs - result.firstLiveMs);
      first.push(result.firstLiveMs);
    } finally {
      await opened.close();
    }
  }
  line('64 controllers, 60 dead: first live answer', median(first), 'ms', 1000);
  line('chosen after the first live answer', median(afterFirst), 'ms', graceBudgetMs);
};

/** The network engines against a harness of their own on loopback. */
export const networkBench = async () => {
  const kit = await harness();
  await endpoints(kit);
  await controllers(kit);
  await besideAdcli(kit);
};
