import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailMark, detailText, readDetail } from '../../main/reports/detail';
import { looksLikeCode, readCode } from '../../main/spoken';
import { devices, madeOf } from './support';

describe.each(devices)('the picture code of %s', (device) => {
  it('carries every finding there and back, and fits in a picture', async () => {
    const { report } = await madeOf(device);
    const text = detailText(report);
    expect(text.length).toBeLessThan(1_800);
    const read = await readCode(text);
    if (!read.ok) throw new Error(read.code);
    const told = ({
      id,
      severity,
      certainty,
      owner,
      causedBy,
    }: (typeof read.value.diagnosis.findings)[0]) => ({
      id,
      severity,
      certainty,
      owner,
      causedBy,
    });
    expect(
      new Set(read.value.diagnosis.findings.map(told).map((one) => JSON.stringify(one))),
    ).toEqual(new Set(report.diagnosis.findings.map(told).map((one) => JSON.stringify(one))));
    expect(read.value.diagnosis.rootCause).toBe(report.diagnosis.rootCause);
    expect(read.value.diagnosis.state).toBe(report.diagnosis.state);
  });

  it('names nobody', async () => {
    const { report } = await madeOf(device, ['names', 'ids', 'addresses']);
    const text = JSON.stringify(readDetail(detailText(report)));
    for (const { id, value } of report.about)
      if (['computer', 'account', 'device-id', 'serial'].includes(id))
        expect(text).not.toContain(value);
  });
});

it('what was read out says the same root cause, owner and verdict', async () => {
  for (const device of devices) {
    const { report } = await madeOf(device);
    const read = await readCode(report.supportCode);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.diagnosis.rootCause).toBe(report.diagnosis.rootCause);
    expect(read.value.diagnosis.state).toBe(report.diagnosis.state);
    expect(read.value.diagnosis.findings[0]?.owner).toBe(
      [...report.diagnosis.findings].find(({ id }) => id === read.value.diagnosis.findings[0]?.id)
        ?.owner,
    );
    // What a code cannot carry is a gap, never a clean bill.
    expect(read.value.diagnosis.gaps.length).toBeGreaterThan(0);
  }
});

describe('somebody else’s text', () => {
  const packed = (content: unknown) =>
    detailMark + deflateRawSync(JSON.stringify(content)).toString('base64url');

  it.each([
    ['nothing behind the mark', detailMark],
    ['no compressed text', `${detailMark}!!!!`],
    ['no JSON', detailMark + deflateRawSync('{').toString('base64url')],
    ['another shape', packed({ c: 1 })],
    ['more keys', packed({ c: '', v: '', t: null, f: [], k: [], g: [], z: 1 })],
    ['no valid code inside', packed({ c: '0000-0000', v: '1', t: null, f: [], k: [], g: [] })],
    ['what swells', detailMark + deflateRawSync(Buffer.alloc(9_000_000)).toString('base64url')],
    ['too long a text', detailMark + 'A'.repeat(100_000)],
  ])('with %s is refused', (_name, text) => {
    expect(readDetail(text)).toEqual({ ok: false });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readDetail(detailMark + text)).toEqual({ ok: false });
      }),
    );
  });
});

describe('what looks like a code', () => {
  it.each(['14H7-QQG5-N08H-5RF7', '14h7 qqg5 n08h 5rf7', '14H7QQG5N08H5RF7', 'FK1:abc'])(
    '%s does',
    (text) => {
      expect(looksLikeCode(text)).toBe(true);
    },
  );
  it.each(['0x801c03f2', 'Hello, how are you?', 'AzureAdJoined : YES', 'dsregcmd', 'A'])(
    '%s does not',
    (text) => {
      expect(looksLikeCode(text)).toBe(false);
    },
  );
});
