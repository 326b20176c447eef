import { describe, expect, it, vi } from 'vitest';
import type * as wire from '../../main/network/wire';
import { say } from './fake';

const contacted = vi.hoisted(() => [] as string[]);

/** A wire that leads nowhere, and remembers where it was asked to lead. */
vi.mock('../../main/network/wire', async (original) => {
  const real = await original<typeof wire>();
  const route = ({ address, port }: { address: string; port: number }) => {
    contacted.push(`${address}|${String(port)}`);
    return null;
  };
  return { ...real, openWire: { ...real.openWire, route } };
});

describe('fieldkit check and the network', () => {
  it('contacts nobody unless it is asked to', async () => {
    await say(['check', '--json', '--no-history']);
    await say(['check', '--sample', 'healthy-hybrid-desktop', '--json']);
    await say(['chain', '--sample', 'healthy-hybrid-desktop']);
    expect(contacted).toEqual([]);
  });

  it.each([
    ['--sample', 'healthy-hybrid-desktop'],
    ['--capture', 'test/captures/x'],
  ])('never for a recorded device: %s is wrong use', async (option, value) => {
    const said = await say(['check', '--reach', option, value]);
    expect(said.code).toBe(64);
    expect(said.err).toContain('--reach');
    expect(contacted).toEqual([]);
  });

  it('with --reach measures, says so in JSON, and keeps the verdict of the device', async () => {
    const plain = await say(['check', '--json', '--no-history']);
    const said = await say(['check', '--reach', '--json', '--no-history']);
    expect(said.code).toBe(plain.code);
    expect(JSON.parse(said.out)).toMatchObject({
      schema: 1,
      reach: { company: null, cloud: { schema: 1 }, clock: { state: 'unknown' } },
    });
    // Not even a name is asked for before the way out was asked for.
    expect(new Set(contacted)).toEqual(new Set(['0.0.0.0|53']));
  });

  it('with --offline as well contacts nobody, and calls it not known', async () => {
    contacted.length = 0;
    const said = await say(['check', '--reach', '--offline', '--json', '--no-history']);
    expect(JSON.parse(said.out)).toMatchObject({
      reach: { cloud: { verdict: { state: 'unknown' }, causes: [{ code: 'offline' }] } },
    });
    expect(contacted).toEqual([]);
  });

  it.each(['en', 'de'])('speaks to people in %s, in whole words', async (lang) => {
    const said = await say(['check', '--reach', '--no-history', '--lang', lang]);
    expect(said.out).not.toMatch(/\b(check-reach|endpoints|chain|dc)\.[a-z]/);
  });
});

describe('fieldkit dc without a domain', () => {
  it('takes the one the device names, or asks for one', async () => {
    const said = await say(['dc', '--offline']);
    expect(said.code).toBe(64);
    expect(said.err).toContain('corp.example.com');
  });
});
