import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../main/network/endpoints/catalogue';
import { testEndpoint } from '../../../main/network/endpoints/test-endpoint';
import { nameService } from '../../../main/network/names';
import { knock } from '../../../main/network/tcp';
import { openWire, type Spot } from '../../../main/network/wire';
import { authority } from '../../harness/net/authority';
import { closedPort, freePort, Opened } from '../../harness/net/listeners';
import { site } from '../../harness/net/web';

const program = '/usr/bin/tinyproxy';
const installed = existsSync(program);
const title = `a real proxy (tinyproxy)${installed ? '' : ': not run, it is not installed'}`;

const opened = new Opened();
afterEach(() => opened.close());

/** A real proxy on a free port of loopback, gone after `close`. */
const startProxy = async (
  lines: string[] = [],
): Promise<{ spot: Spot; close(): Promise<void> }> => {
  const spot = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'fieldkit-proxy-'));
  const config = join(folder, 'proxy.conf');
  await writeFile(
    config,
    [
      `Port ${String(spot.port)}`,
      `Listen ${spot.address}`,
      'Timeout 10',
      'LogLevel Error',
      ...lines,
    ]
      .concat(`LogFile "${join(folder, 'log')}"`, '')
      .join('\n'),
  );
  const child = spawn(program, ['-d', '-c', config], { stdio: 'ignore' });
  const close = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGTERM')) {
      const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(hard);
    }
    await rm(folder, { recursive: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await knock(openWire, spot, { limitMs: 500 })).kind === 'answered') break;
    await sleep(50);
  }
  return { spot, close };
};

describe.skipIf(!installed)(title, () => {
  const roots = authority('Public Trust');
  const trust = createSecureContext({ ca: [roots.root] });
  const identity = roots.issue(['localhost']);

  const through = async (proxy: Spot) => {
    const web = await opened.add(site((_request, response) => response.end(), identity));
    const target: Target = {
      id: 'a',
      host: 'localhost',
      port: web.spot.port,
      protocol: 'tcp',
      service: 'S',
      neededFor: ['prt'],
      scope: 'device',
      inspectionForbidden: false,
      optional: false,
      essential: true,
      standsFor: null,
      source: '',
    };
    const { address, port } = proxy;
    const names = nameService(openWire, [await closedPort()]);
    return testEndpoint(
      { wire: openWire, names, proxy: { host: address, port }, trust, limitMs: 5000 },
      target,
    );
  };

  it('lets us through, and we see the real certificate behind it', async () => {
    const proxy = await opened.add(startProxy());
    expect(await through(proxy.spot)).toMatchObject({
      problem: null,
      viaProxy: true,
      steps: { tls: { value: { untrusted: null } }, http: { value: { status: 200 } } },
    });
  });

  it('that wants a sign-in is named', async () => {
    const proxy = await opened.add(startProxy(['BasicAuth user secret']));
    expect((await through(proxy.spot)).problem).toBe('proxy-needs-sign-in');
  });

  it('that allows only other ports is named', async () => {
    const proxy = await opened.add(startProxy(['ConnectPort 443']));
    expect((await through(proxy.spot)).problem).toBe('proxy-refuses');
  });
});
