import { ok, unavailable } from '../../main/core/reading';
import type { Os, RawReading, Source } from '../../main/os/port';

export const commandSource = (key: string, over: Partial<Source> = {}): Source =>
  ({
    key,
    rights: 'user',
    limitMs: 1_000,
    kind: 'command',
    tool: 'dsregcmd.exe',
    args: ['/status'],
    ...over,
  }) as Source;

export const raw = (text: string, exitCode: number | null = 0, ms = 1): RawReading =>
  ok({ bytes: Buffer.from(text), exitCode, ms });

export type Answers = Record<string, RawReading | (() => Promise<RawReading>)>;

/** A machine made of answers; remembers what it was asked. */
export const fakeOs = (answers: Answers, platform: NodeJS.Platform = 'win32') => {
  const asked: string[] = [];
  const os: Os = {
    kind: 'live',
    platform,
    observedAt: new Date('2026-05-04T08:00:00Z'),
    async read({ key }) {
      asked.push(key);
      const answer = answers[key] ?? unavailable('tool-missing');
      return typeof answer === 'function' ? answer() : answer;
    },
    act: () => Promise.resolve(unavailable('not-recorded')),
  };
  return { os, asked };
};

/** Never answers, not even when told to stop. */
export const hangs = (): Promise<RawReading> => new Promise(() => undefined);
