import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guides } from '../../main/guides/library/index';
import { exit } from '../../main/terminal/exit';
import type { GuideEndView, GuideLineView } from '../../preload/contract';
import english from '../../strings/en/confirm.json';
import { walk, type Given } from '../guides/walker';
import { ways } from '../guides/ways';
import { say } from './fake';

/** What somebody types who answers so. */
const typed = (given: Given): string => {
  if (given === null) return 'skip not-possible';
  switch (given.kind) {
    case 'told':
      return given.answer === 'unknown' ? '?' : given.answer;
    case 'chose':
      return given.option;
    case 'confirmed':
      return english['guide.confirm.word'];
    case 'go':
      return '';
    default:
      return given.kind;
  }
};

const codes: Readonly<Record<GuideEndView['how'], number>> = {
  proved: exit.healthy,
  'handed-over': exit.attention,
  'not-proved': exit.broken,
  unknown: exit.undetermined,
  shown: exit.healthy,
  stopped: exit.undetermined,
};

const happened = (log: readonly GuideLineView[]) =>
  log.map(({ event, step, answer, by, repair, option, result, how }) =>
    [event, step, answer, by, repair, option, result?.kind, how].filter(Boolean).join(' '),
  );

beforeEach(() => {
  vi.stubEnv('XDG_CONFIG_HOME', mkdtempSync(join(tmpdir(), 'fieldkit-terminal-')));
});

describe.each(guides.map((guide) => [guide.id, guide] as const))('%s', (id, { seats }) => {
  const seat = seats.includes('my-device') ? 'my-device' : 'deployment';

  it.each(ways[id] ?? [])('on $on, where it $ending, ends with $ends', async (way) => {
    const { on: sample, ending, says = 'yes', picks = {} } = way;
    const { run, given } = await walk(id, seat, { sample, ending }, { says, chooses: 0, picks });
    expect([run.end?.how, run.end?.step]).toEqual(way.ends);
    // Whatever is not proved has somebody who goes on.
    expect(run.end?.to === null).toBe(run.end?.how === 'proved');
    // A page of the Settings opens also where repairs fail.
    const verified = run.log.filter(
      ({ result, repair }) =>
        result?.kind === 'verified' && repair?.startsWith('open-settings-') === false,
    );
    if (ending !== 'works') expect(verified).toEqual([]);

    const { code, out, err } = await say(
      ['guide', id, '--sample', sample, '--practice', ending, '--json'],
      { input: given.map((one) => `${typed(one)}\n`).join('') },
    );
    const told = JSON.parse(out) as { end: GuideEndView; log: GuideLineView[] };
    expect(told.end).toEqual(run.end);
    expect(happened(told.log)).toEqual(happened(run.log));
    expect(code).toBe(codes[way.ends[0]]);
    // Every step has words, and none of them is an id or a mark of a translator.
    expect(err).not.toMatch(/\{\w+\}|guide\.[a-z-]+\.|undefined|null/u);
  });
});
