import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHouse } from '../../main/app';
import { organisationLanguages } from '../../main/organisation/languages';
import { noOrganisation, type LoadedOrganisation } from '../../main/organisation/load';
import { readOrganisation } from '../../main/organisation/read';
import { say } from '../terminal/fake';

const folder = mkdtempSync(join(tmpdir(), 'organisation-own-'));
let server: Server;
let open = 0;
let closed = 0;

const listening = async (): Promise<[Server, number]> => {
  const made = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(made, 'listening');
  const address = made.address();
  return [made, typeof address === 'object' && address !== null ? address.port : 0];
};

beforeAll(async () => {
  [server, open] = await listening();
  const [other, port] = await listening();
  other.close();
  await once(other, 'close');
  closed = port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const written = (more: object = {}) =>
  JSON.stringify({
    schema: 1,
    name: 'Contoso',
    helpDesk: { portal: 'https://help.contoso.example/new' },
    links: [
      { title: 'New PC', address: 'https://help.contoso.example/pc' },
      { title: 'Passwords', address: 'https://help.contoso.example/password' },
    ],
    servers: [
      { name: 'Time sheets', host: '127.0.0.1', port: open },
      { host: '127.0.0.1', port: closed },
    ],
    languages: ['de', 'en'],
    branding: { colour: '#b00020' },
    ...more,
  });

const loaded = (text: string): LoadedOrganisation => {
  const read = readOrganisation(Buffer.from(text));
  if (!read.ok) throw new Error(read.problem.code);
  return { ...noOrganisation, organisation: read.organisation };
};

const houseOf = (organisation: LoadedOrganisation, opens: string[] | null = []) =>
  createHouse({
    door: 'desktop',
    tell: () => undefined,
    openLink: () => ({ ok: false, code: 'cannot-open' }),
    ...(opens && {
      openAddress: (address: string) => {
        opens.push(address);
        return Promise.resolve(true);
      },
    }),
    organisation: Promise.resolve(organisation),
    settingsPath: join(folder, 'settings.json'),
    platform: 'linux',
    languages: ['en'],
  });

const file = (text: string) => {
  const path = join(folder, 'organisation.json');
  writeFileSync(path, text);
  return path;
};

describe('the addresses of an organisation', () => {
  it('are opened by their place, never by what the page says', async () => {
    const opens: string[] = [];
    const house = houseOf(loaded(written()), opens);
    expect(await house['organisation.open'](1)).toEqual({ ok: true, value: true });
    expect(await house['organisation.open']('portal')).toEqual({ ok: true, value: true });
    expect(opens).toEqual([
      'https://help.contoso.example/password',
      'https://help.contoso.example/new',
    ]);
  });

  it.each([
    ['a place behind the end', loaded.bind(null), 2],
    ['a portal nobody named', () => noOrganisation, 'portal'],
    ['a link where there is no file', () => noOrganisation, 0],
  ] as const)('are not opened for %s', async (_what, organisation, what) => {
    const opens: string[] = [];
    const answer = await houseOf(organisation(written()), opens)['organisation.open'](what);
    expect(answer).toEqual({ ok: false, code: 'cannot-open' });
    expect(opens).toEqual([]);
  });

  it('are only read through a door that opens nothing', async () => {
    const house = houseOf(loaded(written()), null);
    expect(await house['organisation.open'](0)).toEqual({ ok: false, code: 'cannot-open' });
    expect((await house['organisation.get']()).links).toHaveLength(2);
  });
});

describe('the servers of an organisation', () => {
  it('are tested in their order, each with its own answer', async () => {
    const answer = await houseOf(loaded(written()))['reach.servers']();
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value.map(({ host, state, code }) => [host, state, code])).toEqual([
      ['127.0.0.1', 'healthy', 'reachable'],
      ['127.0.0.1', 'broken', 'refused'],
    ]);
  });

  it('are none where nobody named one', async () => {
    expect(await houseOf(noOrganisation)['reach.servers']()).toEqual({ ok: true, value: [] });
  });

  it('are tested in the terminal when no target is typed; the worst gives the exit code', async () => {
    const path = file(written());
    const said = await say(['reach', '--organisation', path, '--json']);
    expect(said.code).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({
      schema: 1,
      servers: [
        { name: 'Time sheets', target: { port: open }, verdict: { state: 'healthy' } },
        { name: null, target: { port: closed }, verdict: { code: 'refused' } },
      ],
    });
    const people = await say(['reach', '--organisation', path, '--lang', 'en']);
    expect(people.out).toContain('Time sheets');
  });

  it('ask for a target where there are none, and contact nobody when offline', async () => {
    const none = await say(['reach', '--organisation', file(written({ servers: [] }))]);
    expect(none).toMatchObject({ code: 64, out: '' });
    const offline = await say(['reach', '--offline', '--organisation', file(written())]);
    expect(offline.code).toBe(3);
  });

  it('are measured along with a check that was asked to reach', async () => {
    const args = ['check', '--reach', '--json', '--no-history', '--organisation', file(written())];
    const said = await say([...args, '--offline']);
    expect(JSON.parse(said.out)).toMatchObject({
      reach: { servers: [{ name: 'Time sheets', verdict: { state: 'unknown' } }, { name: null }] },
    });
  });
});

describe('the languages of an organisation', () => {
  it('come before those of the system that it does not serve, and after a wish', async () => {
    const path = file(written({ languages: ['de'] }));
    const german = await say(['reach', '--offline', '--organisation', path]);
    const english = await say(['reach', '--offline', '--organisation', path, '--lang', 'en']);
    expect(german.out).toContain('nicht bekannt');
    expect(english.out).not.toContain('nicht bekannt');
  });

  it('are none where there is no file, or a broken one', async () => {
    expect(await organisationLanguages(join(folder, 'none.json'))).toEqual([]);
    expect(await organisationLanguages(file('{'))).toEqual([]);
    expect(await organisationLanguages(file(written()))).toEqual(['de', 'en']);
  });
});

it.each([
  ['a server without a port', { servers: [{ host: 'fs1' }] }, 'servers[0].port'],
  ['a link that is no https', { links: [{ title: 'x', address: 'http://x.example' }] }, 'links[0]'],
  ['a colour by name', { branding: { colour: 'red' } }, 'branding.colour'],
  ['a language that is none', { languages: ['d'] }, 'languages[0]'],
])('refuses a file with %s, and names the line', async (_what, part, key) => {
  const path = file(JSON.stringify({ schema: 1, name: 'Contoso', ...part }, null, 2));
  const said = await say(['reach', '--organisation', path]);
  expect(said.code).toBe(64);
  expect(said.err).toContain(key);
  const line = Number(/line (\d+)/.exec(said.err)?.[1]);
  const last =
    key
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  const lines = readFileSync(path, 'utf8').split('\n');
  const near = lines.slice(line - 2, line + 1).join('\n');
  expect(near).toMatch(new RegExp(last === 'port' ? '\\{' : last === 'links' ? 'address' : last));
});
