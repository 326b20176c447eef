import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../main/core/reading';
import { readConnectionFlags, readServicesProxy } from '../../../main/probes/network/proxy-bytes';
import { proxySettingsProbe } from '../../../main/probes/network/proxy-settings';
import { readProxyText } from '../../../main/probes/network/proxy-text';
import { inEncoding, word } from '../mutate';
import { binary, capture, dword, facts, noKey, parse, ran, registry, text } from '../support';
import { connectionBlob, fixtures, policies, settings } from './fixtures';

const base = fixtures.find(({ id }) => id === 'proxy-settings')?.given ?? {};
const servicesKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections';

const blob = (access: number, servers: string, bypass: string) => {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const texts = [servers, bypass].flatMap((value) => [number(value.length), Buffer.from(value)]);
  return Buffer.concat([number(0x18), number(0), number(access), ...texts]);
};
const services = (bytes: Buffer) =>
  ran(registry('HKLM', { [servicesKey]: { WinHttpSettings: binary(bytes) } }));

describe('proxy of the services', () => {
  it('is direct in the recorded bytes', () => {
    expect(facts(proxySettingsProbe, base).services).toEqual({
      access: 'direct',
      servers: null,
      bypass: null,
      witness: 'registry',
    });
  });

  it('reads a proxy from bytes', () => {
    const set = services(blob(3, 'proxy.contoso.test:8080', '<local>'));
    expect(facts(proxySettingsProbe, { ...base, 'registry-proxy-services': set }).services).toEqual(
      {
        access: 'proxy',
        servers: 'proxy.contoso.test:8080',
        bypass: '<local>',
        witness: 'registry',
      },
    );
  });

  it('makes nothing of bytes that are cut or of another kind', () => {
    const whole = blob(3, 'proxy:8080', 'a;b');
    for (let at = 0; at < whole.length; at += 1)
      expect(readServicesProxy(whole.subarray(0, at))).toBeNull();
    expect(readServicesProxy(blob(9, 'x', 'y'))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = readServicesProxy(bytes);
        expect(read === null || ['direct', 'proxy'].includes(read.access)).toBe(true);
      }),
    );
  });

  it('asks the tool only where the registry has no answer', () => {
    const closed = { ...base, 'registry-proxy-services': unavailable('denied') };
    const told = (name: string) =>
      facts(proxySettingsProbe, { ...closed, 'netsh-winhttp-proxy': ran(capture(name)) }).services;
    expect(told('netsh-winhttp-de-proxy.txt')).toEqual({
      access: 'proxy',
      servers: 'proxy.contoso.com:8080',
      bypass: null,
      witness: 'netsh',
    });
    expect(told('netsh-winhttp-en-proxy.txt')).toMatchObject({ bypass: '<local>' });
    for (const language of ['en', 'fr', 'ja'])
      expect(told(`netsh-winhttp-${language}-direct.txt`)).toMatchObject({
        access: 'direct',
        witness: 'netsh',
      });
    expect(
      facts(proxySettingsProbe, { ...closed, 'netsh-winhttp-proxy': unavailable('tool-missing') })
        .services,
    ).toEqual({ access: 'unknown', servers: null, bypass: null, witness: 'none' });
  });

  it('takes "never set" for direct, but not "set and unreadable"', () => {
    const silent = { ...base, 'netsh-winhttp-proxy': unavailable('tool-missing') };
    expect(
      facts(proxySettingsProbe, { ...silent, 'registry-proxy-services': noKey }).services.access,
    ).toBe('direct');
    const odd = services(Buffer.from([1, 2, 3]));
    expect(
      facts(proxySettingsProbe, { ...silent, 'registry-proxy-services': odd }).services.access,
    ).toBe('unknown');
  });

  it('reads the text by its shape, whatever the words', () => {
    const make = (heading: string, ...rows: string[]) =>
      `\r\n${heading}:\r\n\r\n${rows.join('\r\n')}\r\n`;
    fc.assert(
      fc.property(word, word, word, (heading, one, two) => {
        expect(readProxyText(make(heading, `    ${one} ${two}`))?.access).toBe('direct');
        const rows = [`    ${one} :  p.test:80`, `    ${two}\u00a0:  <local>`];
        expect(readProxyText(make(heading, ...rows))).toEqual({
          access: 'proxy',
          servers: 'p.test:80',
          bypass: '<local>',
        });
      }),
    );
    for (const other of ['', 'hello', make('a', '    b', '    c', '    d'), '    b'])
      expect(readProxyText(other)).toBeNull();
  });

  it.each(['cp932', 'utf-8', 'utf-16le'])('reads Japanese bytes in %s', (encoding) => {
    const bytes = inEncoding(
      'netsh-winhttp-proxy',
      capture('netsh-winhttp-ja-direct.txt'),
      encoding,
    );
    const closed = { ...base, 'registry-proxy-services': unavailable('denied'), ...bytes };
    expect(facts(proxySettingsProbe, closed).services.access).toBe('direct');
  });
});

describe('proxy of the SYSTEM account', () => {
  const system = `S-1-5-18\\${settings}`;
  const read = (more: Record<string, ReturnType<typeof ran>>) =>
    facts(proxySettingsProbe, { ...base, ...more }).system;

  it('is off where nothing was ever set', () => {
    const off = { enabled: 'no', servers: null, pacUrl: null, autoDetect: 'no' };
    expect(read({})).toMatchObject(off);
    expect(read({ 'registry-proxy-system': noKey })).toMatchObject(off);
  });

  it('is read like a person’s, switches first', () => {
    const set = ran(
      registry('HKU', {
        [system]: { ProxyEnable: dword(0), ProxyServer: text('anna:geheim@system:8080') },
      }),
    );
    const switched = ran(
      registry('HKU', {
        [`${system}\\Connections`]: { DefaultConnectionSettings: binary(connectionBlob(11)) },
      }),
    );
    expect(
      read({ 'registry-proxy-system': set, 'registry-proxy-system-connections': switched }),
    ).toMatchObject({ enabled: 'yes', servers: '***@system:8080', autoDetect: 'yes' });
  });

  it.each(['registry-proxy-system', 'registry-proxy-system-connections'])(
    'is not known where %s is closed',
    (key) => {
      const closed = { ...base, 'registry-proxy-system': noKey, [key]: unavailable('denied') };
      expect(facts(proxySettingsProbe, closed).system).toMatchObject({
        enabled: 'unknown',
        autoDetect: 'unknown',
      });
    },
  );
});

describe('proxy in the variables', () => {
  it('takes the person’s before the machine’s, in any case, without the password', () => {
    expect(facts(proxySettingsProbe, base).environment).toEqual({
      https: 'http://***@own.contoso.test:3128',
      http: 'http://machine.contoso.test:8080',
      all: null,
      bypass: 'localhost',
    });
  });

  it('is nothing where no variable is set', () => {
    const none = { 'registry-machine-variables': noKey, 'registry-user-variables': noKey };
    expect(facts(proxySettingsProbe, { ...base, ...none }).environment).toEqual({
      https: null,
      http: null,
      all: null,
      bypass: null,
    });
  });

  it.each(['registry-machine-variables', 'registry-user-variables'])(
    'is not known where %s is closed',
    (key) => {
      const closed = { ...base, [key]: unavailable('denied') };
      expect(facts(proxySettingsProbe, closed).environment).toBeNull();
    },
  );
});

describe('proxy of the user', () => {
  it('believes the switches in the bytes over the older values', () => {
    expect(facts(proxySettingsProbe, base).user).toEqual({
      enabled: 'no',
      servers: null,
      bypass: null,
      pacUrl: 'http://wpad.contoso.test/proxy.pac',
      autoDetect: 'yes',
    });
    const switched = ran(
      registry('HKCU', {
        [`${settings}\\Connections`]: { DefaultConnectionSettings: binary(connectionBlob(3)) },
      }),
    );
    const on = { ...base, 'registry-proxy-user-connections': switched };
    expect(facts(proxySettingsProbe, on).user).toMatchObject({ enabled: 'yes', autoDetect: 'no' });
    expect(readConnectionFlags(null)).toBeNull();
    expect(readConnectionFlags(Uint8Array.of(1, 2))).toBeNull();
  });

  it('falls back on the values, and does not know without either', () => {
    const plain = { ...base, 'registry-proxy-user-connections': noKey };
    expect(facts(proxySettingsProbe, plain).user).toMatchObject({
      enabled: 'no',
      autoDetect: 'unknown',
    });
    const empty = { ...plain, 'registry-proxy-user': noKey };
    expect(facts(proxySettingsProbe, empty).user.enabled).toBe('unknown');
  });

  it('masks a name and password in an address', () => {
    const secret = ran(
      registry('HKCU', {
        [settings]: { ProxyEnable: dword(1), ProxyServer: text('http://alice:s3cret@proxy:8080') },
      }),
    );
    const value = facts(proxySettingsProbe, { ...base, 'registry-proxy-user': secret });
    expect(value.user.servers).toBe('http://***@proxy:8080');
    expect(JSON.stringify(value)).not.toContain('s3cret');
  });

  it('reads the machine where policy says that the machine decides', () => {
    const given = {
      ...base,
      'registry-proxy-machine-policy': ran(
        registry('HKLM', { [policies]: { ProxySettingsPerUser: dword(0) } }),
      ),
      'registry-proxy-machine': ran(
        registry('HKLM', { [settings]: { ProxyEnable: dword(1), ProxyServer: text('m:1') } }),
      ),
    };
    expect(facts(proxySettingsProbe, given)).toMatchObject({
      perMachine: true,
      user: { enabled: 'yes', servers: 'm:1' },
    });
  });

  it('does not fall back on the user where the machine decides and cannot be read', () => {
    const given = {
      ...base,
      'registry-proxy-machine-policy': ran(
        registry('HKLM', { [policies]: { ProxySettingsPerUser: dword(0) } }),
      ),
      'registry-proxy-machine': unavailable('denied'),
    };
    expect(facts(proxySettingsProbe, given).user).toMatchObject({
      enabled: 'unknown',
      pacUrl: null,
    });
  });

  it('reads a policy of the user', () => {
    const given = {
      ...base,
      'registry-proxy-user-policy': ran(
        registry('HKCU', { [policies]: { ProxyEnable: dword(1), ProxyServer: text('p:1') } }),
      ),
    };
    expect(facts(proxySettingsProbe, given).policy).toMatchObject({
      enabled: 'yes',
      servers: 'p:1',
    });
  });

  it('is a gap when the settings of the user cannot be read', () => {
    const closed = { ...base, 'registry-proxy-user': unavailable('denied') };
    expect(parse(proxySettingsProbe, closed)).toEqual(unavailable('denied'));
  });
});
