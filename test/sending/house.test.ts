import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHouse, type HouseOptions } from '../../main/app';
import { readOrganisation } from '../../main/organisation/read';
import { noOrganisation } from '../../main/organisation/load';
import { nodeTransport } from '../../main/sending/put';
import type { SendingView } from '../../preload/contract-sending';
import { dropSite } from '../harness/net/drop-site';

let folder: string;
let place: Awaited<ReturnType<typeof dropSite>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-sending-'));
  place = await dropSite();
});
afterEach(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a sample's report the way a click does, and waits for what becomes of it. */
const sendFrom = async (options: Partial<HouseOptions>): Promise<SendingView> => {
  const text = JSON.stringify({ schema: 1, name: 'Fabrikam', handOver: { put: place.url } });
  const read = readOrganisation(Buffer.from(text));
  if (!read.ok) throw new Error(read.problem.code);
  let ended: (view: SendingView) => void = () => undefined;
  const end = new Promise<SendingView>((resolve) => {
    ended = resolve;
  });
  const house = createHouse({
    door: 'browser',
    tell: (event: string, value: unknown) => {
      if (event !== 'outbox.changed') return;
      const view = value as SendingView;
      if (view.state === 'sent' || view.why !== null) ended(view);
    },
    openLink: () => ({ ok: true, value: true }),
    organisation: Promise.resolve({ ...noOrganisation, organisation: read.organisation }),
    languages: ['en'],
    settingsPath: join(folder, 'settings.json'),
    ...options,
  });
  const looked = await house['inspect.start']({ kind: 'sample', id: 'hotel-network' });
  if (!looked.ok) throw new Error(looked.code);
  const plain = { language: null, open: [], sources: [], note: '', call: null };
  expect(place.visits).toEqual([]);
  const begun = await house['hand-over.send'](looked.value.id, 'json', 'put', plain);
  expect(begun.ok).toBe(true);
  return end;
};

it('puts a report at the organisation’s address after a click, through the network of the door', async () => {
  const sent = await sendFrom({ put: nodeTransport([place.root]) });
  expect(sent.state).toBe('sent');
  const [[path, bytes] = ['', Buffer.alloc(0)]] = [...place.whole];
  expect(path).toMatch(/^\/reports\/.+\.json$/u);
  expect(JSON.parse(bytes.toString())).toMatchObject({ schema: 1 });
});

it('uses the real network of this PC where the door brings none, which trusts no stranger', async () => {
  const waits = await sendFrom({});
  expect(waits).toMatchObject({ why: 'untrusted' });
  expect(place.visits).toEqual([]);
});
