import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../main/guides/entry';
import {
  listRuns,
  mostRuns,
  readRun,
  reopenJournal,
  startJournal,
} from '../../main/guides/journal';
import { lineOf, noHead, readJournal } from '../../main/guides/journal-text';
import { Interference } from '../../main/os/durable-file';
import { freshFolder, steady } from './play';

const began: Happening = {
  event: 'began',
  guide: 'played',
  seat: 'my-device',
  target: { kind: 'this-device' },
  version: '0',
  dryRun: false,
};
const act: Happening = { event: 'act-begun', step: 'wipe', repair: 'wipe', acts: ['only'] };
const happenings: Happening[] = [began, { event: 'went-on', step: 'read' }, act];

const written = (() => {
  let head = noHead;
  const heads = [head];
  const lines = happenings.map((what, index) => {
    const made = lineOf({ n: index + 1, at: '2026-01-01T00:00:00Z', up: index, what }, head);
    head = made.head;
    heads.push(head);
    return made.line;
  });
  return { lines, heads, head, bytes: Buffer.from(lines.join('')) };
})();

describe('what is read back', () => {
  it('is what was written', () => {
    const read = readJournal(written.bytes, written.head);
    expect(read.entries.map(({ what }) => what)).toEqual(happenings);
    expect(read).toMatchObject({ edited: false, torn: 0, sound: written.bytes.length });
  });

  it('may lack the end of a line that was being written when the power went', () => {
    const [one = '', two = ''] = written.lines;
    for (let cut = 1; cut < two.length; cut += 1) {
      const read = readJournal(Buffer.from(one + two.slice(0, cut)), written.heads[1] ?? null);
      expect(read).toMatchObject({ edited: false, torn: cut, sound: Buffer.byteLength(one) });
      expect(read.entries).toHaveLength(1);
    }
  });

  it('may end in the zeros some disks leave behind', () => {
    const bytes = Buffer.concat([Buffer.from(written.lines[0] ?? ''), Buffer.alloc(300)]);
    expect(readJournal(bytes, written.heads[1] ?? null)).toMatchObject({
      edited: false,
      torn: 300,
    });
  });

  it('tells of any byte that another program changed', () => {
    fc.assert(
      fc.property(fc.nat(written.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = Buffer.from(written.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        expect(readJournal(bytes, written.head).edited).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('tells of any line that was taken out, doubled or moved', () => {
    const [one = '', two = '', three = ''] = written.lines;
    const changes = [
      [one, two],
      [one, three],
      [two, three],
      [one],
      [],
      [one, two, two, three],
      [one, three, two],
      [one, two, three, three],
    ];
    for (const lines of changes)
      expect(readJournal(Buffer.from(lines.join('')), written.head).edited).toBe(true);
  });

  it('tells of an editor that saved it in its own way', () => {
    const text = written.bytes.toString();
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), `${text}\n`, `${text} `])
      expect(readJournal(Buffer.from(other), written.head).edited || other.endsWith(' ')).toBe(
        true,
      );
  });

  it('is trusted by nobody once what stood beside it is gone', () => {
    expect(readJournal(written.bytes, null).edited).toBe(true);
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => readJournal(bytes, null)).not.toThrow();
      }),
    );
  });
});

const started = async () => {
  const folder = freshFolder();
  const journal = await startJournal(folder, steady);
  for (const what of happenings) await journal.add(what);
  return { folder, journal, path: join(folder, `${journal.run}.journal`) };
};

describe('on the disk', () => {
  it('is one readable line for each thing that happened', async () => {
    const { journal, path } = await started();
    await journal.close();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { what: Happening }).what)).toEqual(happenings);
  });

  it('goes on after a torn end, and says so', async () => {
    const { folder, journal, path } = await started();
    await journal.close();
    appendFileSync(path, '{"n":4,"at":"2026-');
    const again = await reopenJournal(folder, journal.run, steady);
    expect(again.ok && again.journal.entries.at(-1)?.what).toEqual({ event: 'mended', bytes: 18 });
    if (again.ok) await again.journal.close();
    expect(await readRun(folder, journal.run)).toMatchObject({ edited: false, torn: 0 });
  });

  it('is not built on once another program was at it', async () => {
    const { folder, journal, path } = await started();
    await journal.close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"wipe"', '"mend"'));
    expect(await reopenJournal(folder, journal.run, steady)).toEqual({ ok: false, why: 'edited' });
  });

  it.each([
    ['adds to it', (path: string) => appendFileSync(path, 'hello\n')],
    ['shortens it', (path: string) => truncateSync(path, 10)],
    ['takes it away', (path: string) => rmSync(path)],
  ])('notices a program that %s while the guide runs', async (_name, meddle) => {
    const { journal, path } = await started();
    meddle(path);
    await expect(journal.add(act)).rejects.toBeInstanceOf(Interference);
    expect(journal.entries).toHaveLength(3);
    await journal.close();
  });

  it('belongs to one window at a time', async () => {
    const { folder, journal } = await started();
    expect(await reopenJournal(folder, journal.run, steady)).toEqual({ ok: false, why: 'held' });
    await journal.close();
    const again = await reopenJournal(folder, journal.run, steady);
    expect(again.ok).toBe(true);
    if (again.ok) await again.journal.close();
  });

  it('is found by its own kind of name only', async () => {
    const folder = freshFolder();
    for (const name of ['../x', 'C:\\x', '', 'a'.repeat(36)])
      expect(await reopenJournal(folder, name, steady)).toEqual({ ok: false, why: 'gone' });
  });

  it('keeps to a number of runs, and lets go of finished ones first', async () => {
    const folder = freshFolder();
    const first = await startJournal(folder, steady);
    await first.add(began);
    await first.close();
    for (let run = 0; run < mostRuns + 3; run += 1) {
      const journal = await startJournal(folder, steady);
      await journal.add(began);
      await journal.add({ event: 'ended', how: 'stopped', step: null, to: null });
      await journal.close();
    }
    const runs = await listRuns(folder);
    expect(runs).toHaveLength(mostRuns);
    expect(runs).toContain(first.run);
  });
});
