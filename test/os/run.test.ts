import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createStart } from '../../main/os/run';
import { scratch } from './capture/helpers';
import { isAlive, pidIn, posix, running, startCode, until, written } from './programs/helpers';

const at = scratch();
const patient = { limitMs: 30_000 };

/** Starts a grandchild that ignores everything, tells its number, and hangs as well. */
const family = (
  file: string,
  grandchild = `process.on('SIGTERM',()=>{});setInterval(()=>{},9e3)`,
) => `
  process.on('SIGTERM', () => {});
  const { spawn } = require('child_process');
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' });
  require('fs').writeFileSync(${JSON.stringify(file)}, String(child.pid));
  setInterval(() => {}, 9000);`;

describe('what comes out', () => {
  it('gives the raw bytes, untouched, with the exit code', async () => {
    const start = startCode(
      `process.stdout.write(Buffer.from([0xff,0xfe,0,0x80,13,10])); process.exitCode = 3`,
    );
    const reading = await start('reg.exe', [], patient);
    expect(reading).toMatchObject({ kind: 'ok', value: { exitCode: 3 } });
    if (reading.kind === 'ok')
      expect([...reading.value.bytes]).toEqual([0xff, 0xfe, 0, 0x80, 13, 10]);
  });

  it('hands every argument over as it is, with no shell in between', async () => {
    const args = ['a b', '$HOME', '"; exit 9; "', '`id`', '*', '', '&& id', '%PATH%', 'ä'];
    const reading = await startCode('console.log(JSON.stringify(process.argv.slice(1)))')(
      'reg.exe',
      args,
      patient,
    );
    const text = reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';
    expect(JSON.parse(text)).toEqual(args);
  });

  it('gives the error stream only when there is no output', async () => {
    const only = await startCode(`process.stderr.write('why')`)('reg.exe', [], patient);
    const both = await startCode(`process.stderr.write('why');process.stdout.write('x')`)(
      'reg.exe',
      [],
      patient,
    );
    const text = (reading: typeof only) =>
      reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString() : '';
    expect([text(only), text(both)]).toEqual(['why', 'x']);
  });

  it('gives a program its input and closes it', async () => {
    const reading = await startCode('process.stdin.pipe(process.stdout)')('reg.exe', [], {
      ...patient,
      input: Buffer.from('question'),
    });
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString()).toBe('question');
  });

  it('gives a program without input an end of input, not a terminal to wait on', async () => {
    const code = `process.stdin.resume().on('end', () => console.log('ended'))`;
    const reading = await startCode(code)('reg.exe', [], patient);
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString()).toBe('ended\n');
  });

  it('survives a program that does not read its input', async () => {
    const reading = await startCode('process.exit(0)')('reg.exe', [], {
      ...patient,
      input: Buffer.alloc(4_000_000),
    });
    expect(reading.kind).toBe('ok');
  });

  it('does not hand our environment on', async () => {
    process.env['FIELDKIT_TEST_SECRET'] = 'x';
    const reading = await startCode('console.log(Object.keys(process.env).sort().join())')(
      'reg.exe',
      [],
      patient,
    );
    delete process.env['FIELDKIT_TEST_SECRET'];
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString().trim()).toBe(
      'LC_ALL,PATH',
    );
  });

  it('does not run in our working directory', async () => {
    const reading = await startCode('console.log(process.cwd())')('reg.exe', [], patient);
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString()).toBe('/\n');
  });
});

describe('what goes wrong', () => {
  it('says a missing program is missing', async () => {
    const start = createStart(posix, () => ({ file: at('nothing'), args: [] }));
    expect(await start('reg.exe', [], patient)).toEqual({
      kind: 'unavailable',
      why: 'tool-missing',
    });
  });

  it('says a forbidden program is forbidden', async () => {
    const start = createStart(posix, () => ({ file: '/etc/passwd', args: [] }));
    expect(await start('reg.exe', [], patient)).toMatchObject({
      kind: 'unavailable',
      why: 'denied',
    });
  });

  it('does not throw on an argument that cannot be passed', async () => {
    const reading = await startCode('')('reg.exe', ['a\0b'], patient);
    expect(reading).toMatchObject({ kind: 'failed', reason: 'could-not-start' });
  });

  it('says a program that was killed by another has crashed', async () => {
    const reading = await startCode(`process.kill(process.pid, 'SIGSEGV')`)('reg.exe', [], patient);
    expect(reading).toEqual({ kind: 'failed', reason: 'crashed', detail: 'SIGSEGV' });
  });

  it('starts nothing once cancelled', async () => {
    const file = at('started');
    const start = startCode(`require('fs').writeFileSync(${JSON.stringify(file)}, 'x')`);
    const reading = await start('reg.exe', [], { ...patient, signal: AbortSignal.abort() });
    expect(reading).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(written(file)()).toBe(false);
  });
});

describe('what is ended', () => {
  it('ends the whole tree on time-out, even when all of it ignores SIGTERM', async () => {
    const file = at('grandchild-limit');
    // Long enough for the grandchild to be there on a slow machine.
    const reading = await startCode(family(file))('reg.exe', [], { limitMs: 5_000 });
    expect(reading).toEqual({ kind: 'failed', reason: 'timed-out' });
    expect(written(file)()).toBe(true);
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });

  it('ends the whole tree on cancel', async () => {
    const file = at('grandchild-cancel');
    const cancel = new AbortController();
    const reading = startCode(family(file))('reg.exe', [], { ...patient, signal: cancel.signal });
    expect(await until(written(file))).toBe(true);
    expect(isAlive(pidIn(file))).toBe(true);
    cancel.abort();
    expect(await reading).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });

  it('ends a flood at the limit, and its program', async () => {
    const file = at('flood');
    const code = `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));
      const part = Buffer.alloc(65536, 120);
      const pour = () => { while (process.stdout.write(part)); process.stdout.once('drain', pour) }; pour()`;
    const reading = await startCode(code)('reg.exe', [], { ...patient, maxBytes: 1_000_000 });
    expect(reading).toEqual({ kind: 'failed', reason: 'too-large' });
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });

  it('keeps output of exactly the limit', async () => {
    const code = `process.stdout.write('x'.repeat(1000))`;
    expect((await startCode(code)('reg.exe', [], { ...patient, maxBytes: 1000 })).kind).toBe('ok');
    expect((await startCode(code)('reg.exe', [], { ...patient, maxBytes: 999 })).kind).toBe(
      'failed',
    );
  });

  it('is not held up by a flood of errors', async () => {
    const code = `process.stderr.write('e'.repeat(5e6), () => process.stdout.write('done'))`;
    const reading = await startCode(code)('reg.exe', [], { ...patient, maxBytes: 1000 });
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString()).toBe('done');
  });

  it('does not wait for a helper that keeps the output open, and ends it', async () => {
    const file = at('helper');
    const code = `const { spawn } = require('child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(()=>{},9e3)'], { stdio: 'inherit' });
      require('fs').writeFileSync(${JSON.stringify(file)}, String(child.pid));
      process.stdout.write('whole', () => process.exit(0));`;
    const reading = await startCode(code)('reg.exe', [], patient);
    expect(reading.kind === 'ok' && Buffer.from(reading.value.bytes).toString()).toBe('whole');
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });

  it('leaves nothing running when our own process ends first', async () => {
    const file = at('orphan');
    const script = fileURLToPath(new URL('./programs/dies-first.mjs', import.meta.url));
    const start = createStart(posix, () => ({ file: process.execPath, args: [script] }));
    const reading = await start('reg.exe', [family(file), file], patient);
    expect(reading).toMatchObject({ kind: 'ok', value: { exitCode: 0 } });
    expect(await until(() => !isAlive(pidIn(file)))).toBe(true);
  });
});

describe('twenty at once', () => {
  it('keeps each answer with its question', async () => {
    const start = createStart(posix, running('console.log(process.argv[1])'));
    const readings = await Promise.all(
      Array.from({ length: 20 }, (_, nr) => start('reg.exe', [String(nr)], patient)),
    );
    const texts = readings.map((reading) =>
      reading.kind === 'ok' ? Buffer.from(reading.value.bytes).toString().trim() : '',
    );
    expect(texts).toEqual(Array.from({ length: 20 }, (_, nr) => String(nr)));
  });
});
