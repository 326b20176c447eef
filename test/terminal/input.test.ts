import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errno, readingProblem, writingProblem } from '../../main/terminal/file-problem';
import { sinkFor } from '../../main/terminal/streams';
import { captures, say } from './fake';

const sample = fileURLToPath(new URL('hybrid-joined-prt-yes-win11-25h2.txt', captures));

describe('stopping', () => {
  it('does not wait for an input that never ends', async () => {
    const stop = new AbortController();
    const input = new PassThrough();
    const ended = say(['read', '-', '--json'], { terminal: { input, signal: stop.signal } });
    input.write('AzureAdJoined : YES\n');
    stop.abort();
    const said = await ended;
    expect(said.code).toBe(3);
    expect(said.err).toContain('Cancelled');
    expect(JSON.parse(said.out)).toMatchObject({ gaps: [{ why: 'cancelled' }] });
  });

  it('keeps what is known of a check, says so, and never gives its exit code', async () => {
    const said = await say(['check', '--json'], { terminal: { signal: AbortSignal.abort() } });
    expect(said.code).toBe(3);
    expect(said.err).toContain('Cancelled');
    expect(JSON.parse(said.out)).toMatchObject({ verdict: { state: 'unknown' } });
  });

  it('writes no capture', async () => {
    const said = await say(['record', '/tmp/fieldkit-never.zip'], {
      terminal: { signal: AbortSignal.abort() },
    });
    expect(said).toMatchObject({ code: 3, out: '' });
    expect(said.err).toContain('Cancelled');
  });

  it('tells a person at a keyboard how to end a paste', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    input.end('AzureAdJoined : YES\n');
    const said = await say(['read', '-'], { terminal: { input } });
    expect(said.err).toContain('Ctrl+D');
  });
});

describe('reading', () => {
  it('takes a text of any name, also one that looks like an option', async () => {
    expect((await say(['read', '--', sample])).code).toBe(0);
    expect((await say(['read', '--', '--json'])).err).toContain('--json does not exist');
  });

  it('reads a text saved by PowerShell', async () => {
    const text =
      '+---+\n| Device State |\n+---+\n AzureAdJoined : NO\n DomainJoined : NO\n WorkplaceJoined : NO\n';
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const { out } = await say(['read', '-', '--json'], { input: bytes });
    expect(JSON.parse(out)).toHaveProperty('join.type', 'not-joined');
  });
});

describe('what the system says about files', () => {
  it.each([
    ['ENOENT', 64, 'terminal.file.missing'],
    ['EISDIR', 64, 'terminal.file.is-folder'],
    ['EACCES', 3, 'terminal.file.denied'],
    ['EBUSY', 3, 'terminal.file.locked'],
    ['EIO', 3, 'terminal.file.other'],
    ['constructor', 3, 'terminal.file.other'],
  ])('%s when reading', (code, exitCode, key) => {
    expect(readingProblem('x', code)).toMatchObject({ exitCode, key });
  });

  it.each([
    ['read-only', 64, 'terminal.write.read-only'],
    ['denied', 64, 'terminal.write.denied'],
    ['target-exists', 64, 'terminal.write.exists'],
    ['disk-full', 3, 'terminal.write.full'],
    ['cannot-write', 3, 'terminal.write.other'],
  ] as const)('%s when writing', (code, exitCode, key) => {
    expect(writingProblem('x', code)).toMatchObject({ exitCode, key });
  });

  it('has no word for what is no error of the system', () => {
    expect(errno(new Error('x'))).toBe('');
    expect(errno('ENOENT')).toBe('');
  });
});

describe('a stream that breaks', () => {
  const breaking = (code: string) => {
    const stream = new PassThrough();
    const sink = sinkFor(stream);
    stream.destroy(Object.assign(new Error(code), { code }));
    return sink;
  };

  it.each([
    ['EPIPE', null],
    ['ENOSPC', 'ENOSPC'],
  ])('with %s loses %s', async (code, lost) => {
    const sink = breaking(code);
    sink.write('x');
    await sink.flushed();
    sink.write('after the end');
    await sink.flushed();
    expect(sink.lost()).toBe(lost);
  });
});
