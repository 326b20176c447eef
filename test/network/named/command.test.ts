import { Ajv2020 } from 'ajv/dist/2020';
import { afterEach, describe, expect, it, vi } from 'vitest';
import schema from '../../../resources/schema/reach.schema.json';
import { mute, Opened, saying } from '../../harness/net/listeners';
import { nameServer } from '../../harness/net/name-server';
import { say } from '../../terminal/fake';
import { recorded } from '../recorded';

vi.mock('../../../main/network/wire', async (original) =>
  (await import('../../harness/net/loopback-only')).loopbackOnly(original),
);

const opened = new Opened();
afterEach(() => opened.close());
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const address = '127.92.1.1';
const dns = async () => {
  const server = await opened.add(
    nameServer(new Map([['fs1.corp.test', [{ type: 'A' as const, address }]]])),
  );
  return ['--dns', `${server.spot.address}:${String(server.spot.port)}`];
};

describe('fieldkit reach', () => {
  it('says broken at the connection, as text for scripts that fits its schema', async () => {
    const said = await say(['reach', 'fs1.corp.test:9', '--json', ...(await dns())]);
    expect(said.code).toBe(2);
    const answer = JSON.parse(said.out) as object;
    validate(answer);
    expect(validate.errors).toBeNull();
    expect(answer).toMatchObject({
      schema: 1,
      target: { kind: 'port', host: 'fs1.corp.test', port: 9 },
      verdict: { state: 'broken', code: 'refused', breaksAt: 'port', owner: 'technician' },
    });
  });

  it.each(['en', 'de'])('speaks to people in %s, in whole words', async (lang) => {
    const port = (await opened.add(mute({ address }))).spot.port;
    const args = ['--lang', lang, ...(await dns())];
    for (const target of [`fs1.corp.test:${String(port)}`, '\\\\fs1.corp.test\\x', 'gone.test']) {
      const said = await say(['reach', target, ...args]);
      expect(said.out).not.toMatch(/\b(named|dc|net|owner|terminal)\.[a-z]/);
      expect(said.code).toBe(target.endsWith(String(port)) ? 0 : 2);
    }
  });

  it('warns of a clock that is apart', async () => {
    const { port } = (await opened.add(saying(recorded.smb, { address }))).spot;
    const said = await say(['reach', `smb://fs1.corp.test:${String(port)}/x`, ...(await dns())]);
    expect(said.code).toBe(1);
    expect(said.out).toContain('sign-in is refused');
  });

  it('exits with 3 and contacts nobody when offline', async () => {
    const server = await opened.add(nameServer(new Map()));
    const there = `127.0.0.1:${String(server.spot.port)}`;
    for (const target of ['fs1.corp.test', 'https://fs1.corp.test/', '\\\\127.0.0.1\\x']) {
      const said = await say(['reach', target, '--offline', '--json', '--dns', there]);
      expect(said.code).toBe(3);
      expect(JSON.parse(said.out)).toMatchObject({
        verdict: { code: 'offline', state: 'unknown' },
      });
    }
    expect(server.count()).toBe(0);
  });

  it.each([
    ['https://user:secret@site/', 'without'],
    ['two words', 'could exist'],
    ['ftp://x/', 'not understood'],
  ])('%s is wrong use', async (typed, words) => {
    const said = await say(['reach', typed]);
    expect(said.code).toBe(64);
    expect(said.err).toContain(words);
  });

  it('prints its schema on request', async () => {
    expect(JSON.parse((await say(['schema', 'reach'])).out)).toEqual(schema);
  });
});
