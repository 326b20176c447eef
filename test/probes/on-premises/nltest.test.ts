import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsIn } from '../../../main/probes/on-premises/controller-flags';
import { directorySiteProbe } from '../../../main/probes/on-premises/directory-site';
import { domainControllerProbe } from '../../../main/probes/on-premises/domain-controller';
import { secureChannelProbe } from '../../../main/probes/on-premises/secure-channel';
import { translated, word } from '../mutate';
import { capture, eventLog, facts, parse, ran } from '../support';

const controller = (raw: ReturnType<typeof ran>) =>
  facts(domainControllerProbe, { 'nltest-dsgetdc': raw });

describe('domain controller', () => {
  it('reads the French answer', () => {
    expect(controller(ran(capture('nltest-dsgetdc-fr-ok.txt')))).toEqual({
      failure: null,
      found: {
        host: 'DC01.contoso.test',
        address: '10.100.12.11',
        domainGuid: '0b7c1e52-6a44-4c8f-9d21-3e5f7a9b1c60',
        domain: 'contoso.test',
        forest: 'contoso.test',
        site: 'Default-First-Site-Name',
        ourSite: 'Default-First-Site-Name',
        flags: 0xe007f3fd,
      },
    });
  });

  it('gives the same bits for words and for the hex an older tool prints', () => {
    const old = controller(ran(capture('nltest-dsgetdc-en-ok.txt'))).found?.flags ?? 0;
    expect((old & 0xc000) >>> 0).toBe(0xc000);
    expect(flagsIn('DS_8 DS_9')).toBe(flagsIn('0xC000'));
    expect(flagsIn('contoso.com')).toBeNull();
    expect(flagsIn('')).toBeNull();
  });

  it('knows a subnet without a site', () => {
    const text = capture('nltest-dsgetdc-en-modern.txt').replace(/^Our Site Name.*\r\n/m, '');
    expect(controller(ran(text)).found).toMatchObject({ site: 'HQ', ourSite: null });
  });

  it('reads an IPv6 address whole', () => {
    const text = capture('nltest-dsgetdc-en-modern.txt').replace('10.0.0.10', 'fd00::10');
    expect(controller(ran(text)).found?.address).toBe('fd00::10');
  });

  it('says by number that none was found', () => {
    expect(controller(ran(capture('nltest-dsgetdc-en-1355.txt'), 1355))).toEqual({
      found: null,
      failure: { number: 1355, symbol: 'ERROR_NO_SUCH_DOMAIN' },
    });
  });

  it.each(['en-ok', 'en-modern', 'fr-ok'])('reads %s the same in any language', (name) => {
    const text = capture(`nltest-dsgetdc-${name}.txt`);
    const expected = controller(ran(text));
    fc.assert(
      fc.property(translated('nltest-dsgetdc', text), (given) => {
        expect(facts(domainControllerProbe, given)).toEqual(expected);
      }),
    );
  });

  it('does not lean on the sentence at the end', () => {
    const text = capture('nltest-dsgetdc-en-modern.txt');
    const expected = controller(ran(text));
    fc.assert(
      fc.property(word, (sentence) => {
        const changed = text.replace(/The command.*/, sentence);
        expect(controller(ran(changed))).toEqual(expected);
      }),
    );
  });

  it('finds nothing in a text that is cut before the flags', () => {
    const text = capture('nltest-dsgetdc-en-modern.txt');
    const end = text.indexOf('Flags:');
    for (let at = 0; at < end; at += 7)
      expect(
        parse(domainControllerProbe, { 'nltest-dsgetdc': ran(text.slice(0, at)) }),
      ).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('knows a refusal by its exit code alone', () => {
    const refused = ran('Zugriff verweigert', 5);
    expect(parse(domainControllerProbe, { 'nltest-dsgetdc': refused })).toMatchObject({
      why: 'needs-admin',
    });
  });

  it('asks for more rights where the tool was refused', () => {
    const refused = ran('Échec : Status = 5 0x5 ERROR_ACCESS_DENIED', 5);
    expect(parse(domainControllerProbe, { 'nltest-dsgetdc': refused })).toMatchObject({
      kind: 'unavailable',
      why: 'needs-admin',
    });
  });
});

describe('directory site', () => {
  const site = (raw: ReturnType<typeof ran>) =>
    parse(directorySiteProbe, { 'nltest-dsgetsite': raw });

  it('reads the name before the sentence', () => {
    expect(site(ran(capture('nltest-dsgetsite-en-ok.txt')))).toEqual({
      kind: 'ok',
      value: { name: 'HQ', failure: null },
    });
    expect(site(ran('Siège\r\nLa commande a été correctement exécutée\r\n'))).toMatchObject({
      value: { name: 'Siège' },
    });
  });

  it('knows that there is no site by number', () => {
    expect(site(ran(capture('nltest-dsgetsite-en-1919.txt'), 1919))).toMatchObject({
      value: { name: null, failure: { number: 1919 } },
    });
  });

  it.each(['', 'HQ', 'some sentence of text\r\nanother'])('does not make a site of %j', (text) => {
    expect(site(ran(text))).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });
});

describe('secure channel', () => {
  const channel = (text: string, exit = 0) =>
    facts(secureChannelProbe, { 'nltest-query': ran(text, exit) });

  it('is healthy when every status is zero', () => {
    expect(channel(capture('nltest-scverify-en-ok.txt'))).toMatchObject({
      state: 'healthy',
      controller: 'dc01.contoso.com',
      status: { number: 0 },
    });
    expect(channel('Flags: 0\r\nVerbindungsstatus = 0 0x0 NERR_Success\r\nOK\r\n')).toMatchObject({
      state: 'healthy',
      controller: null,
    });
  });

  it('is broken when the password no longer matches', () => {
    expect(channel(capture('nltest-scverify-en-1789.txt'), 1789)).toMatchObject({
      state: 'broken',
      status: { number: 1789 },
    });
  });

  it.each([
    [1311, 'ERROR_NO_LOGON_SERVERS', 'unreachable'],
    [1355, 'ERROR_NO_SUCH_DOMAIN', 'unreachable'],
    [1717, 'RPC_S_UNKNOWN_IF', 'unknown'],
  ])('reads status %d as %s', (number, symbol, state) => {
    const text = `Échec : Status = ${number} 0x${number.toString(16)} ${symbol}`;
    expect(channel(text, number)).toMatchObject({ state });
  });

  it('is not known without a status, and not readable without rights', () => {
    const read = (text: string, exit: number) =>
      parse(secureChannelProbe, { 'nltest-query': ran(text, exit) });
    expect(read('The command completed successfully', 0)).toMatchObject({ kind: 'failed' });
    expect(read('Status = 5 0x5 ERROR_ACCESS_DENIED', 5)).toMatchObject({ why: 'needs-admin' });
  });

  it('does not say "no complaints" when the log cannot be read', () => {
    expect(channel(capture('nltest-scverify-en-ok.txt')).complaints).toBeNull();
  });

  it('hears the complaints of Netlogon and of nobody else', () => {
    const value = facts(secureChannelProbe, {
      'nltest-query': ran(capture('nltest-scverify-en-ok.txt')),
      'events-netlogon': eventLog(
        { id: 5719, provider: 'NETLOGON', at: '2026-07-16T08:00:00Z' },
        { id: 5719, provider: 'Another' },
      ),
    });
    expect(value.complaints).toEqual([{ id: 5719, at: Date.UTC(2026, 6, 16, 8) }]);
  });
});
