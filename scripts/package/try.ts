import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asar from '@electron/asar';

const limitMs = 60_000;

/** What the terminal door is asked from inside the package, and the exit codes that mean it answered. */
const questions: readonly (readonly [string[], readonly number[]])[] = [
  [['--help'], [0]],
  [['schema'], [0]],
  [
    ['explain', '0x801c03f2', '--json'],
    [0, 1, 2, 3],
  ],
  [
    ['check', '--capture', join('resources', 'devices', 'cloud-desktop'), '--json'],
    [0, 1, 2, 3],
  ],
];

/** The terminal door lies outside the archive and has to stand on its own: it is started from there. */
export const tryTerminal = (folder: string): string[] =>
  questions.flatMap(([args, codes]) => {
    const { status, stderr } = spawnSync(process.execPath, ['out/main/cli.js', ...args], {
      cwd: join(folder, 'cli'),
      encoding: 'utf8',
      timeout: limitMs,
    });
    const answered = status !== null && codes.includes(status);
    return answered ? [] : [`fieldkit ${args.join(' ')} ended with ${String(status)}: ${stderr}`];
  });

const expectedSteps = ['sandbox', 'scheme', 'menu', 'permissions', 'network', 'downloads', 'ntlm'];

/**
 * The window's own code as it was packed, started by a plain Node with a stand-in for Electron: it loads,
 * limits its page and serves it. What only Electron can show is listed in docs/unverified.md.
 */
export const tryDesktop = (folder: string, work: string, standIn: string): string[] => {
  const unpacked = join(work, 'unpacked');
  asar.extractAll(join(folder, 'resources', 'app.asar'), unpacked);
  const electron = join(unpacked, 'node_modules', 'electron');
  mkdirSync(electron, { recursive: true });
  copyFileSync(standIn, join(electron, 'index.mjs'));
  writeFileSync(join(electron, 'package.json'), '{"name":"electron","exports":"./index.mjs"}');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['out/main/desktop.js'], {
    cwd: unpacked,
    encoding: 'utf8',
    timeout: limitMs,
    env: { ...process.env, STAND_IN_HOME: work },
  });
  if (status !== 0) return [`the window’s code ended with ${String(status)}: ${stderr}`];
  const seen = JSON.parse(stdout) as {
    did: string[];
    status: number;
    found: number[];
    nonce: boolean;
  };
  return [
    ...expectedSteps.filter((step) => !seen.did.includes(step)).map((step) => `no ${step} step`),
    ...(seen.status === 200 && seen.nonce ? [] : ['the page is not served with its nonce']),
    ...(seen.found.length > 0 && seen.found.every((code) => code === 200)
      ? []
      : ['a script or style of the page is not served']),
  ];
};
