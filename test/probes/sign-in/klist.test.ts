import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudKerberosProbe } from '../../../main/probes/sign-in/cloud-kerberos';
import { kerberosTicketsProbe } from '../../../main/probes/sign-in/kerberos-tickets';
import { translated } from '../mutate';
import { capture, facts, parse, ran } from '../support';

const tickets = (text: string, exit = 0) => facts(kerberosTicketsProbe, { klist: ran(text, exit) });
const reading = (text: string, exit = 0) => parse(kerberosTicketsProbe, { klist: ran(text, exit) });

describe('tickets of the session', () => {
  it('reads the French list', () => {
    const found = tickets(capture('klist-fr-two-tickets.txt'));
    expect(found).toMatchObject({
      logonId: '0:0x12b14cd',
      count: 2,
      noLogonSession: false,
      failure: null,
      onPremTgt: 'yes',
      cloudTgt: 'no',
    });
    expect(found.tickets[0]).toEqual({
      client: 'alice',
      clientRealm: 'CONTOSO.TEST',
      server: 'krbtgt/CONTOSO.TEST',
      serverRealm: 'CONTOSO.TEST',
      flags: '0x40e10000',
      cacheFlags: 1,
      kdc: 'DC02.contoso.test',
      started: expect.stringMatching(/^[0-9]+( [0-9]+){5}$/) as string,
    });
  });

  it('takes a delegated ticket for what it is', () => {
    const found = tickets(capture('klist-fr-seven-tickets.txt'));
    expect(found.count).toBe(7);
    expect(found.tickets[0]?.cacheFlags).toBe(2);
    expect(found.onPremTgt).toBe('yes');
  });

  it('does not count a ticket that was only delegated', () => {
    const delegated = capture('klist-fr-two-tickets.txt').replace('0x1 -> PRIMARY', '0x2 -> X');
    expect(tickets(delegated).onPremTgt).toBe('no');
  });

  it('does not take a primary cloud ticket for one of the own domain', () => {
    const primary = capture('klist-en-cloud-tgt.txt').replace('0x400 -> 0x400', '0x1 -> PRIMARY');
    expect(tickets(primary)).toMatchObject({ onPremTgt: 'no', cloudTgt: 'yes' });
  });

  it('sees the cloud ticket, which is not one of the own domain', () => {
    expect(tickets(capture('klist-en-cloud-tgt.txt'))).toMatchObject({
      onPremTgt: 'no',
      cloudTgt: 'yes',
      count: 2,
    });
  });

  it('knows an empty cache from a session without credentials', () => {
    expect(tickets(capture('klist-en-empty.txt'))).toMatchObject({
      count: 0,
      onPremTgt: 'no',
      cloudTgt: 'no',
      noLogonSession: false,
    });
    expect(tickets(capture('klist-err-c000005f-no-session.txt'), 1)).toMatchObject({
      noLogonSession: true,
      failure: '0xc000005f',
      onPremTgt: 'unknown',
      cloudTgt: 'unknown',
    });
  });

  it('says denied for a session of somebody else', () => {
    expect(reading(capture('klist-err-c0000022-sessions-unelevated.txt'), 1)).toMatchObject({
      kind: 'unavailable',
      why: 'denied',
    });
  });

  it.each(['klist-err-c000018b.txt', 'klist-err-c00002fd-etype.txt'])('fails on %s', (name) => {
    expect(reading(capture(name), 1)).toMatchObject({ kind: 'failed', reason: 'crashed' });
  });

  it.each([
    [
      'the help of a Java runtime',
      'Usage: klist [[-c] [-f] [-e] [-a [-n]]] [-k [-t] [-K]] [<name>]\r\n',
    ],
    ['a purge', capture('klist-purge-fr.txt')],
    ['nothing', ''],
    ['other text', 'hello'],
  ])('does not understand %s', (_, text) => {
    expect(reading(text)).toMatchObject({ kind: 'failed' });
  });

  it('does not say "no" for tickets that were cut off', () => {
    const whole = capture('klist-fr-two-tickets.txt');
    const cut = tickets(whole.slice(0, whole.indexOf('#0>')));
    expect(cut).toMatchObject({ count: 2, onPremTgt: 'unknown', cloudTgt: 'unknown' });
    for (let at = whole.indexOf('#0>'); at < whole.length; at += 5)
      expect(tickets(whole.slice(0, at)).onPremTgt).not.toBe('no');
  });

  it.each([
    'klist-fr-two-tickets.txt',
    'klist-fr-seven-tickets.txt',
    'klist-en-tgt-and-cifs.txt',
    'klist-en-cloud-tgt.txt',
    'klist-en-empty.txt',
  ])('reads %s the same in any language', (name) => {
    const text = capture(name);
    const expected = tickets(text);
    fc.assert(
      fc.property(translated('klist', text), (given) => {
        expect(facts(kerberosTicketsProbe, given)).toEqual(expected);
      }),
    );
  });
});

describe('cloud ticket of the session', () => {
  const text = capture('klist-cloud-debug-broken.txt');
  const expected = {
    enabledByPolicy: false,
    replyReceived: true,
    replyUsed: false,
    referralTgt: false,
    nameOracle: false,
    proxyCached: false,
    keyCredential: true,
    passwordKeys: false,
    plaintextPassword: false,
    replyCredentialType: 2,
    primaryTgt: false,
  };

  it('reads the rows by their place', () => {
    expect(facts(cloudKerberosProbe, { 'klist-cloud-debug': ran(text) })).toEqual(expected);
  });

  it('takes "true" for 1', () => {
    const words = text.replace(/: 1\b/g, ': true').replace(/: 0\r/g, ': False\r');
    expect(facts(cloudKerberosProbe, { 'klist-cloud-debug': ran(words) })).toEqual(expected);
  });

  it('reads the same in any language', () => {
    fc.assert(
      fc.property(translated('klist-cloud-debug', text), (given) => {
        expect(facts(cloudKerberosProbe, given)).toEqual(expected);
      }),
    );
  });

  it('has no answer when rows are missing, because places then mean nothing', () => {
    const cut = text.slice(0, text.indexOf('Plaintext'));
    expect(parse(cloudKerberosProbe, { 'klist-cloud-debug': ran(cut) })).toMatchObject({
      kind: 'unavailable',
      why: 'not-in-this-output',
    });
    expect(
      parse(cloudKerberosProbe, { 'klist-cloud-debug': ran('Usage: klist.exe', 1) }),
    ).toMatchObject({ kind: 'unavailable' });
  });
});
