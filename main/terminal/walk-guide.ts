import { createInterface } from 'node:readline';
import type { GuideAnswer, GuideRunView, Outcome, SkipReason } from '../../preload/contract';
import { durationWords, guideWords, resultWords } from '../../strings/guide-words';
import type { Words } from '../../strings/index';
import { skipReasons } from '../guides/entry';
import type { Guiding } from '../guiding';
import { Problem } from './problem';
import { exit } from './exit';
import type { Terminal } from './terminal';
import { wrap } from './wrap';

export type Move =
  | { kind: 'answer'; answer: GuideAnswer }
  | { kind: 'back' | 'stop' | 'help' }
  | { kind: 'skip'; reason: SkipReason };

const triOf: Readonly<Record<string, 'yes' | 'no' | 'unknown'>> = {
  yes: 'yes',
  y: 'yes',
  ja: 'yes',
  j: 'yes',
  no: 'no',
  n: 'no',
  nein: 'no',
  '?': 'unknown',
  unknown: 'unknown',
};

const answer = (given: GuideAnswer): Move => ({ kind: 'answer', answer: given });

/** What one typed line means at this step. Ids are compared with lists; nothing typed is ever run. */
export const moveFrom = (line: string, run: GuideRunView, words: Words): Move => {
  const typed = line.trim();
  const [first = '', second = ''] = typed.toLowerCase().split(/\s+/u);
  const { step } = run;
  if (first === 'back' || first === 'stop') return { kind: first };
  if (first === 'skip') {
    const reason = skipReasons.find((one) => one === second) ?? 'not-now';
    return { kind: 'skip', reason };
  }
  // Before the words below: an option may be called like one of them.
  if (step?.kind === 'choose') {
    const option = step.options[Number(first) - 1] ?? step.options.find((one) => one === first);
    return option === undefined ? { kind: 'help' } : answer({ kind: 'chose', option });
  }
  if (first === 'on' || first === 'late' || first === 'keep' || first === 'reopen')
    return answer({ kind: first });
  const told = triOf[first];
  if (step?.kind === 'confirm' && typed !== '') {
    return answer({ kind: 'confirmed', typed: typed.slice(0, 40), language: words.language });
  }
  const asks = step?.kind === 'check' || (step?.kind === 'act' && !step.runs);
  if (asks) return told === undefined ? { kind: 'help' } : answer({ kind: 'told', answer: told });
  return typed === '' || first === 'go' || told === 'yes'
    ? answer({ kind: 'go' })
    : { kind: 'help' };
};

const confirmLines = (run: GuideRunView, words: Words): string[] => {
  const { step } = run;
  if (step?.kind !== 'confirm') return [];
  const { say } = words;
  const own = guideWords(words, run.guide);
  return [
    durationWords(words, step.minutes),
    ...step.lost.map((id) => `- ${say('guide.confirm.loses')}: ${own.loses(id) ?? id}`),
    ...step.survives.map((id) => `- ${say('guide.confirm.keeps')}: ${own.keeps(id) ?? id}`),
    ...(step.readiness ?? []).map(
      ({ id, answer: ready }) => `- ${own.ready(id) ?? id}: ${say(`guide.confirm.ready.${ready}`)}`,
    ),
    say('guide.confirm.type', { word: say('guide.confirm.word') }),
  ];
};

const hereLine = ({ here }: GuideRunView, words: Words): string | null => {
  if (here === null) return null;
  return here.kind === 'not-yet'
    ? words.say(here.answer === 'unknown' ? 'guide.not-yet.unknown' : 'guide.not-yet.no')
    : resultWords(words, here);
};

const promptOf = (run: GuideRunView) => {
  const { step } = run;
  if (step?.kind === 'act' && step.runs && run.here !== null) return 'terminal.guide.prompt.again';
  if (step?.kind === 'act' && !step.runs) return 'terminal.guide.prompt.check';
  return `terminal.guide.prompt.${step?.kind ?? 'explain'}` as 'terminal.guide.prompt.act';
};

/** One step as text: where it stands, what to do, and what may be typed. */
export const showStep = (run: GuideRunView, { words, width, paint }: Terminal): string => {
  const { step } = run;
  if (step === null) return '';
  const own = guideWords(words, run.guide);
  const here = hereLine(run, words);
  const options =
    step.kind === 'choose'
      ? step.options.map((id, index) => `${index + 1}. ${own.option(step.id, id) ?? id}`)
      : [];
  const title = own.step(step.id, 'title') ?? step.id;
  const text = own.step(step.id, 'text');
  const lines = [
    text === title ? null : text,
    ...confirmLines(run, words),
    ...options,
    here === null ? null : paint('yellow', here),
    words.say(promptOf(run)),
  ].filter((line) => line !== null);
  const place = words.say('guide.position', { position: run.position, of: run.of });
  return `\n${paint('dim', place)}\n${paint('bold', title)}\n${lines.map((line) => wrap(line, width)).join('\n')}\n`;
};

const refusedBy = (code: string): Problem =>
  new Problem(`refusal.${code}` as 'refusal.busy', { exitCode: exit.undetermined, why: code });

export const opened = (outcome: Outcome<GuideRunView>): GuideRunView => {
  if (!outcome.ok) throw refusedBy(outcome.code);
  return outcome.value;
};

const moved = async (
  guiding: Guiding,
  run: GuideRunView,
  move: Exclude<Move, { kind: 'help' }>,
): Promise<Outcome<GuideRunView>> => {
  const step = run.step?.id ?? '';
  switch (move.kind) {
    case 'answer':
      return guiding['guide.answer'](run.run, step, move.answer);
    case 'back':
      return guiding['guide.back'](run.run, step);
    case 'skip':
      return guiding['guide.skip'](run.run, step, move.reason);
    default:
      return guiding['guide.stop'](run.run);
  }
};

export interface WalkOptions {
  terminal: Terminal;
  guiding: Guiding;
  /** Where the conversation goes: aside when the output is for a script. */
  tell(text: string): void;
  /** Answers that nobody has to type. */
  byItself?(run: GuideRunView): GuideAnswer | null;
}

/** Walks a guide line by line until it ends, the input ends or somebody stops. */
export const walkGuide = async (
  begun: GuideRunView,
  options: WalkOptions,
): Promise<GuideRunView> => {
  const { terminal, guiding, tell, byItself } = options;
  const { words, signal } = terminal;
  let run = begun;
  const take = async (move: Exclude<Move, { kind: 'help' }>): Promise<void> => {
    const outcome = await moved(guiding, run, move);
    if (!outcome.ok) tell(`${words.say(`refusal.${outcome.code}`)}\n`);
    run = opened(outcome.ok ? outcome : await guiding['guide.state'](run.run));
  };
  const goByItself = async (): Promise<void> => {
    for (let given = byItself?.(run) ?? null; given !== null; given = byItself?.(run) ?? null)
      await take({ kind: 'answer', answer: given });
  };
  await goByItself();
  if (run.end === null && !signal.aborted) {
    const lines = createInterface({ input: terminal.input, signal });
    tell(showStep(run, terminal));
    for await (const line of lines) {
      const move = moveFrom(line, run, words);
      if (move.kind === 'help') tell(`${words.say('terminal.guide.help')}\n`);
      else await take(move);
      await goByItself();
      if (run.end !== null || signal.aborted) break;
      tell(showStep(run, terminal));
    }
    lines.close();
  }
  await guiding['guide.leave'](run.run);
  return run;
};
