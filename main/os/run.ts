import { spawn, type ChildProcess } from 'node:child_process';
import { failed, ok, unavailable } from '../core/reading';
import {
  cleanEnvironment,
  resolveTool,
  systemFolder,
  thisMachine,
  workingFolder,
  type Machine,
  type Resolve,
} from './machine';
import type { ActTool } from './act';
import type { RawReading } from './port';

export interface StartOptions {
  limitMs: number;
  maxBytes?: number;
  signal?: AbortSignal;
  /** Sent to standard input, which is then closed. Without it there is no standard input. */
  input?: Uint8Array;
  /** Output as it comes, besides the whole at the end. */
  onOutput?: (part: Uint8Array) => void;
}

export type Start = (
  tool: ActTool,
  args: readonly string[],
  options: StartOptions,
) => Promise<RawReading>;

const defaultMaxBytes = 16 * 1024 * 1024;
const maxErrorBytes = 64 * 1024;
/** A helper that inherited the output may hold it open long after the tool has gone. */
const drainMs = 1_000;
/** How long a killed tool may take to vanish before we stop waiting for it. */
const graceMs = 2_000;

const startErrors: Record<string, RawReading> = {
  ENOENT: unavailable('tool-missing'),
  EACCES: unavailable('denied', 'EACCES'),
  EPERM: unavailable('denied', 'EPERM'),
  // libuv has no name for ERROR_ACCESS_DISABLED_BY_POLICY and the like.
  UNKNOWN: unavailable('blocked-by-policy', 'UNKNOWN'),
};

const couldNotStart = (error: unknown): RawReading => {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown';
  return Object.hasOwn(startErrors, code)
    ? (startErrors[code] as RawReading)
    : failed('could-not-start', code);
};

const killGroup = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
};

/** A tool may start others; ending only the first would leave them running. */
const killTree = (child: ChildProcess, machine: Machine): void => {
  if (child.pid === undefined) return;
  if (machine.platform !== 'win32') return killGroup(child);
  const killer = spawn(
    `${systemFolder(machine)}\\taskkill.exe`,
    ['/T', '/F', '/PID', String(child.pid)],
    {
      windowsHide: true,
      stdio: 'ignore',
      cwd: workingFolder(machine),
      env: cleanEnvironment(machine),
    },
  );
  // The tree goes first: once the parent is gone its children cannot be found through it.
  killer.on('error', () => child.kill('SIGKILL'));
  killer.on('exit', () => child.kill('SIGKILL'));
};

const alive = new Set<{ child: ChildProcess; machine: Machine }>();
let sweeping = false;

/** The last resort for a process that ends while its tools run: nothing asynchronous works here. */
const sweepOnExit = (): void => {
  if (sweeping) return;
  sweeping = true;
  process.once('exit', () => {
    for (const { child, machine } of alive)
      if (machine.platform === 'win32') child.kill('SIGKILL');
      else killGroup(child);
  });
};

/** Keeps what a stream gives until a limit; says so when the limit is passed. */
const collect = (stream: NodeJS.ReadableStream | null, limit: number, onOver: () => void) => {
  const parts: Buffer[] = [];
  let size = 0;
  stream?.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else onOver();
  });
  stream?.on('error', () => undefined);
  return () => Buffer.concat(parts);
};

const launch = (
  machine: Machine,
  resolve: Resolve,
  tool: ActTool,
  args: readonly string[],
  input: boolean,
): ChildProcess => {
  const program = resolve(tool);
  return spawn(program.file, [...program.args, ...args], {
    shell: false,
    windowsHide: true,
    // A group of its own is what makes the whole tree reachable on POSIX.
    detached: machine.platform !== 'win32',
    cwd: workingFolder(machine),
    env: cleanEnvironment(machine),
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  });
};

const follow = (child: ChildProcess, machine: Machine, options: StartOptions, began: number) =>
  new Promise<RawReading>((resolve) => {
    const entry = { child, machine };
    const timers: NodeJS.Timeout[] = [];
    let stopped: RawReading | null = null;
    let settled = false;

    const settle = (reading: RawReading): void => {
      if (settled) return;
      settled = true;
      timers.forEach(clearTimeout);
      options.signal?.removeEventListener('abort', onAbort);
      alive.delete(entry);
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.stdin?.destroy();
      resolve(reading);
    };
    const stop = (reading: RawReading): void => {
      if (stopped !== null || settled) return;
      stopped = reading;
      killTree(child, machine);
      child.stdout?.destroy();
      child.stderr?.destroy();
      timers.push(setTimeout(() => settle(reading), graceMs));
    };
    const onAbort = (): void => stop(failed('cancelled'));
    const maxBytes = options.maxBytes ?? defaultMaxBytes;
    const output = collect(child.stdout, maxBytes, () => stop(failed('too-large')));
    const errors = collect(child.stderr, maxErrorBytes, () => undefined);
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (stopped !== null) return settle(stopped);
      if (code === null) return settle(failed('crashed', signal ?? undefined));
      const bytes = output();
      const ms = Math.round(performance.now() - began);
      // Tools that fail often say why only there; with output present it would spoil the bytes.
      settle(ok({ bytes: bytes.length > 0 ? bytes : errors(), exitCode: code, ms }));
    };

    alive.add(entry);
    sweepOnExit();
    child.on('error', (error) => settle(stopped ?? couldNotStart(error)));
    child.on('close', finish);
    child.on('exit', (code, signal) => {
      if (stopped !== null) return settle(stopped);
      timers.push(
        setTimeout(() => {
          killTree(child, machine);
          finish(code, signal);
        }, drainMs),
      );
    });
    timers.push(setTimeout(() => stop(failed('timed-out')), options.limitMs));
    options.signal?.addEventListener('abort', onAbort, { once: true });
    if (options.onOutput !== undefined) child.stdout?.on('data', options.onOutput);
    child.stdin?.on('error', () => undefined);
    if (options.input !== undefined) child.stdin?.end(options.input);
  });

/**
 * The one door through which programs are started: absolute path, argument array, no shell, cleaned
 * environment, a limit on time and output. Raw bytes come out; what they mean is decided elsewhere.
 */
export const createStart =
  (machine: Machine = thisMachine(), resolve: Resolve = resolveTool(machine)): Start =>
  async (tool, args, options) => {
    if (options.signal?.aborted === true) return failed('cancelled');
    const began = performance.now();
    try {
      const child = launch(machine, resolve, tool, args, options.input !== undefined);
      return await follow(child, machine, options, began);
    } catch (error) {
      return couldNotStart(error);
    }
  };
