import type { GuideRunView } from '../../preload/contract';
import { handOverText, resultWords } from '../../strings/guide-words';
import { exit, type ExitCode } from './exit';
import type { Terminal } from './terminal';

const exitOfEnd = {
  proved: exit.healthy,
  'handed-over': exit.attention,
  'not-proved': exit.broken,
  unknown: exit.undetermined,
  shown: exit.healthy,
  stopped: exit.undetermined,
} as const;

const exitOfResult = {
  verified: exit.healthy,
  'dry-run': exit.healthy,
  skipped: exit.attention,
  declined: exit.attention,
  'not-verified': exit.broken,
  failed: exit.broken,
  unknown: exit.undetermined,
} as const;

export const exitOfGuide = ({ end }: GuideRunView): ExitCode =>
  end === null ? exit.undetermined : exitOfEnd[end.how];

export const exitOfFix = ({ last }: GuideRunView): ExitCode =>
  last === null ? exit.undetermined : exitOfResult[last.result.kind];

export const guideJson = (run: GuideRunView): string => {
  const { guide, seat, device, sample, dryRun, step, last, end, log } = run;
  const told = { schema: 1, run: run.run, guide, seat, device, sample, dryRun };
  return `${JSON.stringify({ ...told, step: step?.id ?? null, last, end, log }, null, 2)}\n`;
};

/** The end in words; what to hand over when it is not the good one. */
export const guideEnd = (run: GuideRunView, { words, paint }: Terminal): string => {
  const { end, last } = run;
  const { say } = words;
  if (end === null) return `\n${say('terminal.guide.kept')}\n`;
  if (end.how === 'shown') return `\n${say('guide.end.shown')}\n`;
  if (end.how === 'proved') return `\n${paint('green', say('guide.end.proved'))}\n`;
  const result = last === null ? '' : `${resultWords(words, last.result)}\n`;
  return `\n${result}${handOverText(words, run)}\n`;
};
