import { execFile, execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const password = 'Passw0rd.Harness';

const programs = {
  samba: '/usr/sbin/samba',
  tool: '/usr/bin/samba-tool',
  schema: '/usr/share/samba/setup/ad-schema',
};

/** Null when a domain controller can be started here, else what is missing. */
export const missing = (): string | null => {
  if (process.getuid?.() !== 0) return 'root';
  return Object.values(programs).find((path) => !existsSync(path)) ?? null;
};

export const tool = async (args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
  const { stdout } = await run(programs.tool, args, {
    env: { ...process.env, ...env },
    timeout: 180_000,
    maxBuffer: 1 << 24,
  });
  return stdout;
};

const taken = (address: string) =>
  Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === address));

/** Where a controller stands. */
export interface Place {
  address: string;
  /** The network a client comes from. */
  subnet: string;
  /** What a program is started with to run there. */
  within: readonly string[];
  remove(): void;
}

/** A loopback address nobody uses, added until `remove` is called. */
export const addAddress = (): Place => {
  const part = () => 1 + Math.floor(Math.random() * 250);
  let address = '';
  do address = `127.${String(64 + (part() % 60))}.${String(part())}.${String(part())}`;
  while (taken(address));
  execFileSync('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo']);
  let there = true;
  return {
    address,
    subnet: '127.0.0.0/8',
    within: [],
    remove: () => {
      if (there) execFileSync('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo']);
      there = false;
    },
  };
};

/** Settings every controller of ours gets: nothing outside its folder and its one address. */
export const settings = (folder: string, address: string): string[] =>
  [
    `interfaces=${address}/32`,
    'bind interfaces only=yes',
    `log file=${join(folder, 'log.%m')}`,
    `pid directory=${join(folder, 'run')}`,
    `ncalrpc dir=${join(folder, 'ncalrpc')}`,
    `winbindd socket directory=${join(folder, 'winbindd')}`,
    `ntp signd socket directory=${join(folder, 'ntp')}`,
  ].map((setting) => `--option=${setting}`);

/** Samba copies the machine's own resolver as a forwarder; ours must never ask anybody. */
export const tame = async (folder: string): Promise<string> => {
  const file = join(folder, 'etc', 'smb.conf');
  const written = await readFile(file, 'utf8');
  await mkdir(join(folder, 'run'), { recursive: true });
  await mkdir(join(folder, 'cache'), { recursive: true });
  await writeFile(
    file,
    written
      .replace(/^\s*dns forwarder.*\n/m, '')
      .replace('[global]\n', '[global]\n\tserver services = -nbt, -dnsupdate\n'),
  );
  return file;
};

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Our own controller's processes, all in one group of their own. */
export const start = (
  config: string,
  within: readonly string[],
): { stop(): Promise<void>; kill(): void } => {
  const [program = '', ...args] = [...within, programs.samba, '-F', '-s', config];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // The group is gone already, which is what was wanted.
    }
  };
  return {
    kill: () => signal('SIGKILL'),
    stop: async () => {
      signal('SIGTERM');
      const hard = setTimeout(() => signal('SIGKILL'), 5000);
      await ended(child);
      clearTimeout(hard);
      signal('SIGKILL');
    },
  };
};
