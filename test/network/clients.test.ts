import { readdirSync, readFileSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { pingTcp, pingUdp } from '../../main/network/cldap';
import { askKdcTcp } from '../../main/network/kdc';
import { nameService } from '../../main/network/names';
import { askNtp } from '../../main/network/ntp';
import { readRootDse } from '../../main/network/root-dse';
import { negotiateSmb } from '../../main/network/smb-negotiate';
import { knock, openFirst } from '../../main/network/tcp';
import { lookAtTls } from '../../main/network/tls';
import { closedWire, openWire, type Spot, type Wire } from '../../main/network/wire';
import { blackHole } from '../harness/net/black-hole';
import { netlogonBytes, pingable, searchAnswer, searchDone } from '../harness/net/directory';
import { closedPort, mute, Opened, resetting, saying, tcp, udp } from '../harness/net/listeners';
import { nameServer } from '../harness/net/name-server';
import { recorded } from './recorded';

const opened = new Opened();
afterEach(() => opened.close());

const question = { domain: 'corp.test' };
const short = { limitMs: 300 };
const long = { limitMs: 5000 };

const overTcp = {
  ping: (wire: Wire, spot: Spot, patience = short) => pingTcp(wire, spot, question, patience),
  rootDse: (wire: Wire, spot: Spot, patience = short) => readRootDse(wire, spot, patience),
  kerberos: (wire: Wire, spot: Spot, patience = short) =>
    askKdcTcp(wire, spot, 'corp.test', patience),
  smb: (wire: Wire, spot: Spot, patience = short) => negotiateSmb(wire, spot, patience),
};

describe.each(Object.entries(overTcp))('%s over TCP', (name, ask) => {
  it('names a host that accepts and never speaks', async () => {
    const host = await opened.add(mute());
    expect((await ask(openWire, host.spot)).kind).toBe('silent');
  });

  it('names a closed port', async () => {
    expect((await ask(openWire, await closedPort(), long)).kind).toBe('refused');
  });

  it('names a line that is thrown down in the middle', async () => {
    const host = await opened.add(resetting());
    expect((await ask(openWire, host.spot, long)).kind).toBe('cut-off');
  });

  it('names an answer that stops half way', async () => {
    const host = await opened.add(
      tcp((socket) => {
        socket.once('data', () => socket.end(Uint8Array.of(0)));
      }),
    );
    expect((await ask(openWire, host.spot, long)).kind).toBe('cut-off');
  });

  it('names an answer that is no answer', async () => {
    const host = await opened.add(saying(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const answer = await ask(openWire, host.spot);
    // Some nonsense looks like the head of a long answer; what matters is that it never passes.
    expect(['not-understood', 'too-large', 'silent']).toContain(answer.kind);
  });

  it('stops reading an answer without end', async () => {
    const head = {
      ping: Uint8Array.of(0x30, 0x84, 0x00, 0xff, 0xff, 0xff),
      rootDse: Uint8Array.of(0x30, 0x84, 0x00, 0xff, 0xff, 0xff),
      kerberos: Uint8Array.of(0x00, 0xff, 0xff, 0xff),
      smb: Uint8Array.of(0x00, 0xff, 0xff, 0xff),
    }[name];
    const host = await opened.add(saying(head!));
    expect((await ask(openWire, host.spot, long)).kind).toBe('too-large');
  });

  it('stops at once when cancelled', async () => {
    const host = await opened.add(mute());
    const cancel = new AbortController();
    const answer = ask(openWire, host.spot, { ...long, signal: cancel.signal } as typeof long);
    cancel.abort();
    expect((await answer).kind).toBe('cancelled');
  });

  it('opens nothing when offline', async () => {
    const host = await opened.add(mute());
    expect((await ask(closedWire, host.spot)).kind).toBe('offline');
    expect(host.count()).toBe(0);
  });
});

describe('a slow but right answer', () => {
  it('is put together from single bytes', async () => {
    const answer = searchAnswer({ netlogon: netlogonBytes() });
    const host = await opened.add(
      tcp((socket) => {
        socket.setNoDelay(true);
        socket.once('data', () => {
          for (const byte of answer) socket.write(Uint8Array.of(byte));
        });
      }),
    );
    expect(await pingTcp(openWire, host.spot, question, long)).toMatchObject({
      kind: 'answered',
      value: { kind: 'domain-controller' },
    });
  });
});

describe('the LDAP ping over UDP', () => {
  const ping = (spot: Spot, patience = short) => pingUdp(openWire, spot, question, patience);

  it('hears a domain controller', async () => {
    const host = await opened.add(pingable({ domain: 'corp.test' }));
    expect(await ping(host.spot, long)).toMatchObject({
      kind: 'answered',
      value: { netlogon: { domain: 'corp.test' } },
    });
  });

  it('asks again when the first packet is lost', async () => {
    let seen = 0;
    const host = await opened.add(
      udp((_packet, reply) => {
        seen += 1;
        if (seen === 2) reply(searchAnswer({ netlogon: netlogonBytes() }));
      }),
    );
    expect((await ping(host.spot, long)).kind).toBe('answered');
  });

  it('hears "nobody here" as a refusal', async () => {
    const gone = await opened.add(udp(() => undefined));
    const { spot } = gone;
    await gone.close();
    gone.close = async () => undefined;
    expect((await ping(spot, long)).kind).toBe('refused');
  });

  it('does not believe a packet that is no answer to it', async () => {
    const host = await opened.add(
      udp((_packet, reply) => reply(searchAnswer({ netlogon: netlogonBytes() }, 99))),
    );
    expect((await ping(host.spot)).kind).toBe('not-understood');
  });

  it('tells a directory of another domain', async () => {
    const host = await opened.add(udp((_packet, reply) => reply(searchDone())));
    expect(await ping(host.spot, long)).toMatchObject({ value: { kind: 'not-for-this-domain' } });
  });

  it('believes only the host it asked', async () => {
    const stranger = createSocket('udp4');
    const answer = searchAnswer({ netlogon: netlogonBytes() });
    let told = 0;
    const host = await opened.add(
      udp((_packet, _reply, from) => {
        told += 1;
        stranger.send(answer, from.port, from.address);
      }),
    );
    expect((await ping(host.spot)).kind).toBe('silent');
    expect(told).toBe(1);
    stranger.close();
  });
});

describe('clocks', () => {
  it('are compared at the middle of question and answer', async () => {
    const host = await opened.add(saying(recorded.kdcTcp));
    const kdcTime = Date.UTC(2026, 10, 21, 3, 10, 54, 348);
    const behind: Wire = { ...openWire, now: () => kdcTime - 600_000 };
    const answer = await askKdcTcp(behind, host.spot, 'corp.fieldkit.test', long);
    expect(answer).toMatchObject({ kind: 'answered', value: { offsetMs: 600_000 } });
  });

  it('are asked for over NTP', async () => {
    const host = await opened.add(
      udp((packet, reply) => {
        const answer = Buffer.alloc(48);
        answer.set([0x24, 1]);
        answer.set(packet.subarray(40, 48), 24);
        const seconds = Math.floor(Date.now() / 1000) + 90 + 2_208_988_800;
        answer.writeUInt32BE(seconds, 32);
        answer.writeUInt32BE(seconds, 40);
        reply(answer);
      }),
    );
    const answer = await askNtp(openWire, host.spot, long);
    expect(answer).toMatchObject({ kind: 'answered', value: { synchronized: true, stratum: 1 } });
    const { offsetMs } = (answer as { value: { offsetMs: number } }).value;
    expect(Math.abs(offsetMs - 90_000)).toBeLessThan(5000);
  });

  it('of a server that does not know the time are not trusted', async () => {
    const host = await opened.add(
      udp((packet, reply) => {
        const answer = Buffer.alloc(48);
        answer.set([0xe4, 0]);
        answer.set(packet.subarray(40, 48), 24);
        answer.write('RATE', 12, 'latin1');
        reply(answer);
      }),
    );
    expect(await askNtp(openWire, host.spot, long)).toMatchObject({
      value: { synchronized: false, kiss: 'RATE' },
    });
  });
});

describe('names', () => {
  const zone = () =>
    new Map<string, Parameters<typeof nameServer>[0] extends Map<string, infer R> ? R : never>([
      ['a.test', [{ type: 'A', address: '127.0.0.9' }]],
      ['four.test', [{ type: 'A-ONLY', address: '127.0.0.4' }]],
      ['broken.test', 'server-failure'],
      ['mute.test', 'silent'],
      ['many.test', Array.from({ length: 500 }, (_, at) => srv(`dc${String(at)}.test`))],
    ]);
  const srv = (target: string) => ({ type: 'SRV' as const, target, port: 389 });
  const service = async () => {
    const server = await opened.add(nameServer(zone()));
    return nameService(openWire, [server.spot]);
  };

  it('are found, not found and not answered: three things', async () => {
    const names = await service();
    expect(await names.addresses('a.test', long)).toMatchObject({ value: ['127.0.0.9'] });
    expect((await names.addresses('none.test', long)).kind).toBe('no-such-name');
    expect((await names.srv('a.test', long)).kind).toBe('no-record');
    expect((await names.addresses('broken.test', long)).kind).toBe('server-failure');
    expect((await names.addresses('mute.test', short)).kind).toBe('silent');
  });

  it('do not wait for the family that never answers', async () => {
    const names = await service();
    const answer = await names.addresses('four.test', { limitMs: 15_000 });
    expect(answer).toMatchObject({ kind: 'answered', value: ['127.0.0.4'] });
    expect(answer.ms).toBeLessThan(10_000);
  });

  it('come in hundreds, over TCP, when there are hundreds', async () => {
    const names = await service();
    const answer = await names.srv('many.test', long);
    expect(answer.kind === 'answered' && answer.value.length).toBe(500);
  });

  it('are refused where no name server listens', async () => {
    const names = nameService(openWire, [await closedPort()]);
    expect(['refused', 'silent']).toContain((await names.addresses('a.test', long)).kind);
  });

  it('are not even asked for when offline', async () => {
    const server = await opened.add(nameServer(zone()));
    for (const names of [nameService(closedWire, [server.spot]), nameService(closedWire)])
      expect((await names.addresses('a.test', long)).kind).toBe('offline');
    expect(server.count()).toBe(0);
  });
});

describe('TLS', () => {
  it('names a host that does not speak it', async () => {
    const host = await opened.add(saying(Buffer.from('220 hello\r\n')));
    expect((await lookAtTls(openWire, host.spot, { name: 'a.test', ...long })).kind).toBe(
      'not-understood',
    );
  });

  it('names one that hangs up on hello', async () => {
    const host = await opened.add(resetting());
    expect((await lookAtTls(openWire, host.spot, { name: 'a.test', ...long })).kind).toBe(
      'cut-off',
    );
  });
});

describe('the way out', () => {
  it('knocks without sending a byte', async () => {
    let bytes = 0;
    const host = await opened.add(
      tcp((socket) => {
        socket.on('data', (chunk) => (bytes += chunk.length));
      }),
    );
    expect((await knock(openWire, host.spot, long)).kind).toBe('answered');
    expect(bytes).toBe(0);
  });

  it.runIf(process.platform === 'linux')(
    'waits no longer than told for packets that vanish',
    async () => {
      const hole = await opened.add(blackHole());
      const answer = await knock(openWire, hole.spot, { limitMs: 400 });
      expect(answer.kind).toBe('silent');
      expect(answer.ms).toBeGreaterThan(300);
    },
  );

  it('takes the first way that opens', async () => {
    const host = await opened.add(mute());
    const first = await openFirst(openWire, [await closedPort(), host.spot], long);
    expect(first).toMatchObject({ kind: 'answered', value: { spot: host.spot } });
    if (first.kind === 'answered') first.value.socket.destroy();
    const none = await openFirst(openWire, [await closedPort(), await closedPort()], long);
    expect(none.kind).toBe('refused');
    expect((await openFirst(openWire, [], long)).kind).toBe('unreachable');
  });

  it('is one: only these files may open a socket', () => {
    const files = readdirSync('main/network', { recursive: true, encoding: 'utf8' });
    const opens =
      /import \{[^}]*\b(connect|createSocket|createConnection|Resolver|lookup|request|get)\b[^}]*\} from 'node:|\bfetch\(|from '(undici|ws)'/;
    const sockets = files.filter(
      (file) => file.endsWith('.ts') && opens.test(readFileSync(`main/network/${file}`, 'utf8')),
    );
    expect(sockets.sort()).toEqual(['http.ts', 'names.ts', 'tcp.ts', 'tls.ts', 'udp.ts']);
  });
});
