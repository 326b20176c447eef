import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { decodeSupportCode } from '../../main/core/support-code/code';
import { openCaptureBytes } from '../../main/os/capture/open';
import { detailText } from '../../main/reports/detail';
import { filesOf } from '../../main/reports/files';
import { reportDocument } from '../../main/reports/html/document';
import { devices, lookAt, madeOf } from './support';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'void-style': 'off' },
});

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(devices)('the report of %s', (device) => {
  it.each(['en', 'de'])(
    'is sound HTML in %s, small, and loads and runs nothing',
    async (language) => {
      const made = await madeOf(device, [], language);
      const document = text((await filesOf.html(made, [])).bytes);
      const { results } = await validator.validateString(document);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      expect(document.length).toBeLessThan(300_000);
      expect(document).not.toMatch(/<script|\son\w+=|\ssrc=|<link|url\(|@import/i);
      expect(document).toContain(`lang="${language}"`);
      expect(document).not.toMatch(/\b(?:report|about|finding|stop|owner)\.[a-z-]+(?:\.[a-z-]+)*</);
    },
  );

  it('tells the verdict, every finding and every gap in every form', async () => {
    const made = await madeOf(device);
    const { diagnosis, supportCode } = made.report;
    const ticket = text((await filesOf.text(made, [])).bytes);
    const html = text((await filesOf.html(made, [])).bytes);
    const json = JSON.parse(text((await filesOf.json(made, [])).bytes)) as {
      findings: { id: string }[];
    };
    expect(json.findings.map(({ id }) => id)).toEqual(diagnosis.findings.map(({ id }) => id));
    for (const { id } of diagnosis.findings) {
      expect(ticket).toContain(id);
      expect(html).toContain(id);
    }
    expect(ticket).toContain(supportCode);
    expect(html).toContain(supportCode);
    expect(decodeSupportCode(supportCode).ok).toBe(true);
  });
});

it('names nobody unless it was opened, in no form', async () => {
  const { snapshot } = await lookAt('key-lost-after-repair');
  const registration = snapshot.readings['device-registration'];
  if (registration?.kind !== 'ok') throw new Error('no registration');
  const { deviceId, tenant } = registration.value;
  const closed = await madeOf('key-lost-after-repair');
  for (const form of ['text', 'html', 'json'] as const) {
    const written = text((await filesOf[form](closed, [])).bytes);
    for (const secret of [deviceId, tenant.id, tenant.name])
      expect(written.toLowerCase()).not.toContain(String(secret).toLowerCase());
  }
  const ids = text((await filesOf.text(await madeOf('key-lost-after-repair', ['ids']), [])).bytes);
  expect(ids).toContain(deviceId);
  expect(ids).not.toContain(tenant.name);
});

it('says of each value that it is masked, and of no other', async () => {
  const closed = await madeOf('key-lost-after-repair');
  const open = await madeOf('key-lost-after-repair', ['names', 'ids', 'addresses']);
  expect(closed.report.about.find(({ id }) => id === 'computer')?.masked).toBe(true);
  expect(closed.report.about.find(({ id }) => id === 'windows')?.masked).toBe(false);
  expect(open.report.about.filter(({ masked }) => masked)).toEqual([]);
});

it('puts the chosen evidence into a bundle that opens like any capture, masked', async () => {
  const made = await madeOf('key-lost-after-repair');
  const { name, bytes } = await filesOf.bundle(made, ['dsregcmd-status', 'no-such-source']);
  expect(name).toMatch(/\.zip$/);
  const opened = await openCaptureBytes(bytes);
  if (!opened.ok) throw new Error(opened.code);
  expect(Object.keys(opened.value.manifest.sources)).toEqual(['dsregcmd-status']);
  expect(opened.value.manifest.redacted).toBe(true);
});

it('writes a value of the device as text, whatever it looks like', async () => {
  const made = await madeOf('key-lost-after-repair');
  const hostile =
    '"><script>alert(1)</script>\u0000\u2028<img src=x onerror=alert(1)> &amp; \ud800';
  made.report.about.push({ id: 'computer', value: hostile, masked: false });
  const finding = made.report.diagnosis.findings[0];
  finding?.evidence.push({ source: 'x', field: hostile, value: hostile });
  const document = reportDocument(made.report, detailText(made.report), made.words);
  expect(document).not.toMatch(/<script|<img/i);
  const { results } = await validator.validateString(document);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

it('lets no value of the device begin a line of the ticket', async () => {
  const made = await madeOf('key-lost-after-repair');
  made.report.about.push({ id: 'computer', value: 'PC\r\nResult: all is well', masked: false });
  const ticket = text((await filesOf.text(made, [])).bytes);
  expect(ticket.split('\n').filter((line) => line.startsWith('Result:'))).toHaveLength(1);
});
