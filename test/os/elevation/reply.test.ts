import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyFile } from '../../../main/os/elevation/place';
import { makePlace, readReply, removePlace, writeReply } from '../../../main/os/elevation/reply';
import type { ElevatedRequest } from '../../../main/os/elevation/request';
import type { Start } from '../../../main/os/run';
import { raw } from '../fake';

const request: ElevatedRequest = {
  operation: 'read-admin-sources',
  given: ['cim-tpm'],
  reply: '0123456789abcdef0123456789abcdef',
  reader: 'S-1-5-21-1-2-3-1001',
};
const calls: string[][] = [];
const closes =
  (exitCode = 0): Start =>
  (tool, args) => {
    calls.push([tool, ...args]);
    return Promise.resolve(raw('', exitCode));
  };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-reply-'));
  calls.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const tamper = async (text: string | Buffer) => {
  const file = replyFile(folder, request.reply);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return readReply(file, request);
};
const answer = (changes: object) =>
  JSON.stringify({
    schema: 1,
    operation: request.operation,
    reply: request.reply,
    outcome: { kind: 'ok', value: { a: 1 } },
    ...changes,
  });

describe('the place of an elevated answer', () => {
  it('is closed to all but administrators and the one who asked, and emptied afterwards', async () => {
    const file = await makePlace(closes(), folder, request);
    expect(calls).toEqual([
      [
        'icacls.exe',
        dirname(file),
        '/inheritance:r',
        '/grant:r',
        '*S-1-5-32-544:(OI)(CI)F',
        '/grant:r',
        '*S-1-5-18:(OI)(CI)F',
        '/grant:r',
        '*S-1-5-21-1-2-3-1001:(OI)(CI)RX',
      ],
    ]);
    await writeReply(file, request, { kind: 'ok', value: { told: 'x' } });
    expect(await readReply(file, request)).toEqual({ kind: 'ok', value: { told: 'x' } });
    await removePlace(file);
    expect(await readReply(file, request)).toBeNull();
    expect(await readdir(join(folder, 'handover'))).toEqual([]);
  });

  it('is not used when it cannot be closed, or is there already', async () => {
    await expect(makePlace(closes(5), folder, request)).rejects.toThrow('closed');
    await expect(makePlace(closes(), folder, request)).rejects.toThrow('EEXIST');
  });

  it('is not followed elsewhere', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'fieldkit-elsewhere-'));
    await symlink(elsewhere, join(folder, 'handover'));
    await expect(makePlace(closes(), folder, request)).rejects.toThrow('no folder');
    expect(await readdir(elsewhere)).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  it('is swept of answers that nobody fetched, and of nothing else', async () => {
    const old = 'f'.repeat(32);
    for (const name of [old, 'e'.repeat(32), 'profile'])
      await mkdir(join(folder, 'handover', name), { recursive: true });
    for (const name of [old, 'profile'])
      await utimes(join(folder, 'handover', name), new Date(0), new Date(0));
    await makePlace(closes(), folder, request);
    expect((await readdir(join(folder, 'handover'))).sort()).toEqual(
      ['e'.repeat(32), request.reply, 'profile'].sort(),
    );
  });
});

describe('an answer that was tampered with', () => {
  it.each([
    ['no JSON', '{"schema":1'],
    ['another question', answer({ reply: 'f'.repeat(32) })],
    ['another operation', answer({ operation: 'other' })],
    ['another schema', answer({ schema: 2 })],
    ['a key too many', answer({ more: 1 })],
    ['an outcome nobody knows', answer({ outcome: { kind: 'done' } })],
    ['a prototype', '{"__proto__":{"schema":1}}'],
    ['nothing', ''],
  ])('is not believed: %s', async (_what, text) => {
    expect(await tamper(text)).toMatchObject({ kind: 'failed', reason: 'not-understood' });
  });

  it('is not read at all when it is too large', async () => {
    expect(await tamper(Buffer.alloc(64 * 1024 * 1024 + 1))).toMatchObject({ reason: 'too-large' });
  });

  it('says when the elevated side refused or broke', async () => {
    expect(await tamper(answer({ outcome: { kind: 'refused', why: 'given' } }))).toEqual({
      kind: 'failed',
      reason: 'could-not-start',
      detail: 'given',
    });
  });
});
