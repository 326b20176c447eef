import { describe, expect, it } from 'vitest';
import { aboutDevice } from '../main/core/about';
import type { Organisation } from '../main/core/organisation';
import { failed } from '../main/core/reading';
import { judge, look } from '../main/engine';
import { maskedLook } from '../main/masked-look';
import type { Os } from '../main/os/port';
import { madeFrom } from '../main/hand-over';
import { detailText } from '../main/reports/detail';
import { filesOf } from '../main/reports/files';
import { reportDocument } from '../main/reports/html/document';
import { mailAddress } from '../main/reports/mail';
import { ticketText } from '../main/reports/ticket';
import { needles, planted, secrets } from './os/planted';
import { ran } from './probes/support';
import { devices, lookAt, madeOfLook, now } from './reports/support';

const forms = ['text', 'html', 'json', 'bundle'] as const;

/** Every form, and the text behind the picture; an archive is searched unpacked by its stored files too. */
const writtenForms = async (
  seen: Parameters<typeof madeOfLook>[0],
): Promise<[string, string][]> => {
  const made = await madeOfLook(seen);
  const files = await Promise.all(
    forms.map(async (form): Promise<[string, string]> => {
      const { bytes } = await filesOf[form](made, [...seen.raws.keys()]);
      return [form, Buffer.from(bytes).toString('latin1').toLowerCase()];
    }),
  );
  const evidence = [...made.capture.files.values()].map((bytes) =>
    Buffer.from(bytes).toString('latin1'),
  );
  return [
    ...files,
    ['manifest', JSON.stringify(made.capture.manifest).toLowerCase()],
    ['evidence', evidence.join('\n').replaceAll('\0', '').toLowerCase()],
    ['picture', Buffer.from(detailText(made.report)).toString('latin1').toLowerCase()],
  ];
};

const telling = new Set([
  'computer',
  'serial',
  'account',
  'domain',
  'tenant',
  'tenant-id',
  'device-id',
]);

describe.each(devices)('masked, %s', (device) => {
  it('names nobody in any form', async () => {
    const seen = await lookAt(device);
    const names = aboutDevice(seen.snapshot)
      .filter(({ id }) => telling.has(id))
      .flatMap(({ value }) => [value, ...value.split(/[\\@]/u).slice(0, 2)])
      .map((value) => value.toLowerCase())
      // Windows' own account of the set-up screen is nobody.
      .filter((value) => value !== 'defaultuser0')
      .filter((value) => value.length > 4 && value !== 'azuread');
    expect(names.length).toBeGreaterThan(0);
    for (const [form, written] of await writtenForms(seen))
      expect([form, names.filter((name) => written.includes(name))]).toEqual([form, []]);
  });

  it('says the same of what is wrong', async () => {
    const seen = await lookAt(device);
    const shown = await maskedLook(seen, []);
    const gist = ({ diagnosis }: { diagnosis: typeof seen.diagnosis }) => ({
      state: diagnosis.state,
      rootCause: diagnosis.rootCause,
      findings: diagnosis.findings.map(({ id, evidence }) => [id, evidence.length]),
      line: diagnosis.line,
    });
    expect(gist(shown)).toEqual(gist(seen));
  });
});

describe('planted secrets', () => {
  const os: Os = {
    kind: 'live',
    platform: 'win32',
    observedAt: new Date('2026-05-04T08:00:00Z'),
    read: ({ key, kind }) =>
      Promise.resolve(
        key === 'klist'
          ? failed('crashed', `${secrets.upn} at ${secrets.flat}`)
          : ran(planted[kind](), 0),
      ),
    act: () => Promise.resolve(failed('could-not-start')),
  };

  it('are in no form of what is handed over', async () => {
    const seen = await look(os, { budgetMs: 60_000 });
    for (const [form, written] of await writtenForms(seen))
      expect([form, needles.filter((needle) => written.includes(needle))]).toEqual([form, []]);
  });
});

describe('what a person writes about a device', () => {
  const os: Os = {
    kind: 'live',
    platform: 'win32',
    observedAt: new Date('2026-05-04T08:00:00Z'),
    read: ({ kind }) => Promise.resolve(ran(planted[kind](), 0)),
    act: () => Promise.resolve(failed('could-not-start')),
  };
  const note = `I am ${secrets.upn} at ${secrets.computer}, user ${secrets.user}, ${secrets.private4}, key ${secrets.recovery}`;

  it('is masked like the device itself, by every way out', async () => {
    const seen = await look(os, { budgetMs: 60_000 });
    const shown = await maskedLook(seen, [], note);
    const made = await madeFrom(
      seen,
      shown,
      { open: [], language: 'en' },
      { version: '1.2.3', now },
    );
    const ticket = ticketText(made.report, made.words);
    const written: [string, string][] = [
      ['note', shown.note],
      ['ticket', ticket],
      [
        'mail',
        decodeURIComponent(mailAddress({ to: null, subject: 'x', text: ticket, cut: 'y' }).address),
      ],
      ['paper', reportDocument(made.report, detailText(made.report), made.words)],
      ['json', Buffer.from((await filesOf.json(made, [])).bytes).toString('utf8')],
    ];
    expect(shown.note).toMatch(/^I am /u);
    for (const [way, text] of written)
      expect([way, needles.filter((needle) => text.toLowerCase().includes(needle))]).toEqual([
        way,
        [],
      ]);
  });

  it('is left as it is where names were opened, but never its secrets', async () => {
    const seen = await look(os, { budgetMs: 60_000 });
    const { note: open } = await maskedLook(seen, ['names', 'ids', 'addresses'], note);
    expect(open).toContain(secrets.upn);
    expect(open).not.toContain(secrets.recovery);
  });
});

describe('what an organisation expects', () => {
  const expecting = (expects: Partial<Organisation['expects']>): Organisation => ({
    name: 'Fabrikam',
    helpDesk: null,
    expects: { tenants: [], joins: [], kinds: [], domains: [], ...expects },
    servers: [],
    links: [],
    repairs: { allowed: null, forbidden: [] },
    languages: [],
    branding: { colour: null, logo: null },
    signIn: null,
    handOver: { folder: null, put: null },
    updates: null,
    network: null,
  });
  const lookWith = async (device: string, organisation: Organisation) => {
    const seen = await lookAt(device);
    const snapshot = { ...seen.snapshot, organisation };
    return { ...seen, snapshot, diagnosis: await judge(snapshot) };
  };
  const tenantOf = async (device: string) => {
    const { snapshot } = await lookAt(device);
    const registration = snapshot.readings['device-registration'];
    return registration?.kind === 'ok' ? (registration.value.tenant.id ?? '') : '';
  };
  const ids = (found: { diagnosis: { findings: { id: string }[] } }) =>
    found.diagnosis.findings.map(({ id }) => id);

  it('is no fault of a masked device of the right company', async () => {
    const id = (await tenantOf('healthy-cloud-laptop')).toLowerCase();
    const seen = await lookWith(
      'healthy-cloud-laptop',
      expecting({ tenants: [{ id, name: 'Fabrikam' }] }),
    );
    expect(ids(seen)).not.toContain('expected-other-tenant');
    expect(ids(await maskedLook(seen, []))).toEqual(ids(seen));
  });

  it('stays a fault of a masked device of another, without naming either', async () => {
    const other = '0badc0de-1111-4222-8333-444455556666';
    const seen = await lookWith(
      'healthy-cloud-laptop',
      expecting({
        tenants: [{ id: other, name: 'Zqother Works' }],
        domains: ['corp.zqother.example'],
      }),
    );
    expect(ids(seen)).toContain('expected-other-tenant');
    const shown = await maskedLook(seen, []);
    const finding = shown.diagnosis.findings.find(({ id }) => id === 'expected-other-tenant');
    expect(finding?.evidence.length).toBeGreaterThan(0);
    for (const [form, written] of await writtenForms(seen))
      for (const name of [other, 'zqother', await tenantOf('healthy-cloud-laptop')])
        expect([form, written.includes(name.toLowerCase())]).toEqual([form, false]);
    expect(Object.keys(shown.capture.manifest.sources)).not.toContain('organisation-expects');
  });
});
