import { describe, expect, it } from 'vitest';
import type { GuideEndView, GuideLineView, GuideRunView } from '../../preload/contract';
import { endTitle, handOverText, lineWords } from '../../strings/guide-words';
import { createWords } from '../../strings/index';
import { languageTags, type Language } from '../../strings/languages';
import { load } from '../../strings/for-terminal';
import { loadRoomWords } from '../../strings/more-words';

const guide = 'apps-ask-for-sign-in';
const wordsIn = async (language: Language) =>
  loadRoomWords('guides', createWords(language, await load(language)));

const line: GuideLineView = {
  at: '2026-11-26T13:06:04.105Z',
  event: 'checked',
  step: 'already-fine',
  answer: 'no',
  by: 'device',
  repair: null,
  option: null,
  reason: null,
  result: null,
  how: null,
};

const endedBy = (how: GuideEndView['how']): GuideRunView => ({
  run: 'r1',
  guide,
  seat: 'guide-a-call',
  device: 'caller',
  sample: null,
  dryRun: false,
  position: 7,
  of: 7,
  step: null,
  here: null,
  last: null,
  busy: null,
  trouble: null,
  canBack: false,
  canSkip: false,
  reopens: false,
  log: [line],
  end: { how, to: 'technician', step: 'fine' },
  helped: null,
});

describe('a question in the log', () => {
  it.each(languageTags)('is followed by its answer without a colon in %s', async (language) => {
    expect(lineWords(await wordsIn(language), guide, line)).not.toMatch(/[?？؟]\s*[:：]/u);
  });

  it('keeps the colon behind what is none', async () => {
    const told = { ...line, event: 'passed', step: 'lock-and-unlock', answer: null };
    expect(lineWords(await wordsIn('en'), guide, told)).toBe(
      'Lock the PC and unlock it with your password: done',
    );
  });
});

describe('the title of the end', () => {
  it.each(['unknown', 'not-proved'] as const)('promises nothing that is %s', async (how) => {
    const words = await wordsIn('en');
    expect(endTitle(words, endedBy(how))).toBeNull();
    expect(handOverText(words, endedBy(how))).not.toContain('Your sign-in is good');
  });

  it('says what was proved', async () => {
    expect(endTitle(await wordsIn('en'), endedBy('proved'))).toBe('Your sign-in is good');
  });
});

it('tells the time of what was done to the minute', async () => {
  const text = handOverText(await wordsIn('en'), endedBy('unknown'));
  expect(text).toContain('- 2026-11-26 13:06 UTC Is the proof of your sign-in good? no');
});
