import { beforeAll, describe, expect, it } from 'vitest';
import { guides } from '../../main/guides/library/index';
import type { Step } from '../../main/guides/guide';
import { guideWords, type StepPart } from '../../strings/guide-words';
import { createWords, type Words } from '../../strings/index';
import { english, load } from '../../strings/for-terminal';
import { loadRoomWords } from '../../strings/more-words';

/** What the helper needs at a step; where nothing is told to say, the text of the step is read aloud. */
const needed: Readonly<Record<Step['kind'], readonly StepPart[]>> = {
  explain: ['sees'],
  // A check is asked of the caller, who cannot read what we would.
  check: ['say', 'sees'],
  // Nothing runs by itself in a call: the caller does it.
  act: ['say', 'sees'],
  confirm: ['sees', 'stop'],
  choose: ['sees'],
  wait: ['sees'],
  'hand-over': [],
  done: [],
};
const atFirst: readonly StepPart[] = ['say', 'sees', 'ask', 'stop'];

const called = guides.filter(({ seats }) => seats.includes('guide-a-call'));

describe.each(['en', 'de'] as const)('in %s', (language) => {
  let words: Words;
  beforeAll(async () => {
    const plain =
      language === 'en' ? createWords('en', english) : createWords('de', await load('de'));
    words = await loadRoomWords('guides', plain);
  });

  it.each(called.map((guide) => [guide.id, guide] as const))(
    '%s tells what to say, what the caller sees, what to ask and when to stop',
    (id, { steps }) => {
      const own = guideWords(words, id);
      const missing = steps.flatMap((step, nr) =>
        [...new Set([...needed[step.kind], ...(nr === 0 ? atFirst : [])])]
          .filter((part) => own.step(step.id, part) === null)
          .map((part) => `${step.id}.${part}`),
      );
      expect(missing).toEqual([]);
    },
  );
});
