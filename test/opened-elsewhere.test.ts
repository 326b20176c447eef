import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createHouse } from '../main/app';
import { noOrganisation } from '../main/organisation/load';
import { readOrganisation } from '../main/organisation/read';
import { look } from '../main/engine';
import { openCaptureBytes } from '../main/os/capture/open';
import { createReplay } from '../main/os/replay';
import { outputOf } from './core/make';
import { zipOf } from './os/capture/helpers';

const folder = mkdtempSync(join(tmpdir(), 'fieldkit-elsewhere-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = new URL('../resources/devices/device-switched-off/', import.meta.url);
const recorded = () =>
  zipOf(
    Object.fromEntries(
      readdirSync(sample)
        .filter((name) => name !== 'practice.json')
        .map((name) => [name, readFileSync(new URL(name, sample))]),
    ),
  );
const finding = 'expected-other-tenant';

const ofAnotherTenant = () => {
  const read = readOrganisation(
    new TextEncoder().encode(
      JSON.stringify({
        schema: 1,
        name: 'Contoso',
        devices: { tenants: [{ id: '11111111-2222-4333-8444-555555555555' }] },
      }),
    ),
  );
  if (!read.ok) throw new Error(read.problem.code);
  return { ...noOrganisation, organisation: read.organisation };
};

it('a device of another company is found where it is this one, or the file was named for it', async () => {
  const capture = await openCaptureBytes(new Uint8Array(await recorded()));
  if (!capture.ok) throw new Error(capture.code);
  const { organisation } = ofAnotherTenant();
  const { diagnosis } = await look(createReplay(capture.value), { budgetMs: 60_000, organisation });
  expect(diagnosis.findings.map(({ id }) => id)).toContain(finding);
});

it('what was opened from elsewhere is not judged by what this organisation expects', async () => {
  const house = createHouse({
    door: 'browser',
    tell: () => undefined,
    openLink: () => ({ ok: false, code: 'cannot-open' }),
    platform: 'linux',
    settingsPath: join(folder, 'settings.json'),
    organisation: Promise.resolve(ofAnotherTenant()),
  });
  const text = outputOf();
  const pasted = await house['read.text'](text);
  const file = await house['read.file']('a.txt', Buffer.from(text).toString('base64'));
  const capture = await house['read.file']('a.zip', (await recorded()).toString('base64'));
  for (const opened of [pasted, file, capture]) {
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.value.diagnosis.findings.map(({ id }) => id)).not.toContain(finding);
  }
});
