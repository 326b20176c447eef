import type { ActResultView, GuideLineView, GuideRunView } from '../preload/contract';
import type { Words } from './index';

/** What can be said about a step: the person reads title and text, the helpdesk reads the rest. */
export type StepPart = 'title' | 'text' | 'say' | 'sees' | 'ask' | 'stop';

const fix = 'fix-';

/** One repair by itself is a guide whose words are those of the repair. */
const fixWords = ({ say, lookUp }: Words, repair: string) => {
  const of = (part: string) => lookUp(`repair.${repair}.${part}`);
  const parts: Record<string, string | null> = {
    'do.title': of('title'),
    'do.text': of('does'),
    'sure.title': say('guide.fix.sure.title', { risk: of('risk') ?? '–' }),
    'sure.text': of('changes'),
    'end.title': say('guide.fix.end.title'),
    'end.text': say('guide.fix.end.text'),
  };
  return {
    title: of('title') ?? repair,
    about: of('does'),
    step: (step: string, part: StepPart) => parts[`${step}.${part}`] ?? null,
  };
};

/** The words of one guide, for every door alike. What has no words is null, never a raw id. */
export const guideWords = (words: Words, guide: string) => {
  const { lookUp } = words;
  /** A guide's own words come before those that all guides share. */
  const ownOrShared = (group: 'refused' | 'keeps' | 'loses' | 'ready', id: string) =>
    lookUp(`guide.${guide}.${group}.${id}`) ?? lookUp(`guide.${group}.${id}`);
  const own = {
    title: lookUp(`guide.${guide}.title`) ?? guide,
    about: lookUp(`guide.${guide}.for`),
    // What a caller is told about a step is mostly the same in every guide that has it.
    step: (step: string, part: StepPart) =>
      lookUp(`guide.${guide}.${step}.${part}`) ?? lookUp(`guide.call.${step}.${part}`),
  };
  return {
    ...(guide.startsWith(fix) ? fixWords(words, guide.slice(fix.length)) : own),
    refused: (reason: string) => ownOrShared('refused', reason),
    keeps: (id: string) => ownOrShared('keeps', id),
    loses: (id: string) => ownOrShared('loses', id),
    ready: (id: string) => ownOrShared('ready', id) ?? lookUp(`need.${id}`),
    option: (step: string, option: string) => lookUp(`guide.${guide}.${step}.${option}`),
  };
};

/** How an act ended and why, in one sentence. */
export const resultWords = (
  { say, lookUp }: Words,
  { kind, why, need, code }: ActResultView,
): string => {
  const reason = (need === null ? null : lookUp(`need.${need}`)) ?? lookUp(`repair.why.${why}`);
  const number = code === null ? null : say('guide.result.code', { code });
  return [say(`guide.result.${kind}`), reason, number].filter((part) => part !== null).join(' · ');
};

/** One line of the log as a person reads it. */
export const lineWords = (words: Words, guide: string, line: GuideLineView): string => {
  const { say, lookUp } = words;
  const own = guideWords(words, guide);
  const { event, answer, by, step, repair, option, reason, result, how } = line;
  const values = {
    step: (step === null ? null : own.step(step, 'title')) ?? step ?? '',
    repair: (repair === null ? null : lookUp(`repair.${repair}.title`)) ?? repair ?? '',
    option: (option === null ? null : own.option(step ?? '', option)) ?? option ?? '',
    reason: reason === null ? '' : say(`guide.skip.${reason}` as 'guide.skip.not-now'),
    result: result === null ? '' : resultWords(words, result),
    how: how === null ? '' : say(`guide.end.${how}`),
  };
  const told =
    lookUp(`guide.log.${event}.${by}.${answer}`, values) ??
    lookUp(`guide.log.${event}.${answer}`, values) ??
    lookUp(`guide.log.${event}`, values) ??
    event;
  return told.replace(askedAndTold, '$1 ');
};

/** A step whose title asks needs no colon before its answer. */
const askedAndTold = /([?？؟])\s*[:：]\s*/u;

/** What a step promises is not to be read where nobody saw it come true. */
const unseen: ReadonlySet<string> = new Set(['unknown', 'not-proved']);

/** The step at which a guide ended, as far as its title is true. */
export const endTitle = (words: Words, { guide, end }: GuideRunView): string | null =>
  end === null || end.step === null || unseen.has(end.how)
    ? null
    : guideWords(words, guide).step(end.step, 'title');

/** To the minute; whoever reads it may be in another place. */
const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** The exact instruction and what was done, as plain text for whoever goes on. */
export const handOverText = (words: Words, run: GuideRunView): string => {
  const { say, lookUp } = words;
  const own = guideWords(words, run.guide);
  const { end } = run;
  const step = end?.step ?? null;
  const wanted = step === null ? null : own.step(step, 'text');
  const title = endTitle(words, run);
  const owner = end?.to ? lookUp(`owner.${end.to}`) : null;
  return [
    own.title,
    end === null ? null : say(`guide.end.${end.how}`),
    owner === null ? null : say('guide.end.to', { owner }),
    '',
    title === null ? null : `${say('guide.hand-over.wanted')}: ${title}`,
    wanted === title ? null : wanted,
    '',
    `${say('guide.hand-over.done')}:`,
    ...run.log.map((line) => `- ${minuteOf(line.at)} ${lineWords(words, run.guide, line)}`),
    '',
    say('guide.hand-over.run', { run: run.run }),
  ]
    .filter((part) => part !== null)
    .join('\n');
};

/** How long a destructive step takes; said to be unknown where nobody states it. */
export const durationWords = (
  { say }: Words,
  minutes: readonly [from: number, to: number] | null,
): string =>
  minutes === null
    ? say('guide.confirm.takes.not-stated')
    : say('guide.confirm.takes', { from: minutes[0], to: minutes[1] });
