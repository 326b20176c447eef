import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../main/core/rules/index';
import { guideById, guides } from '../../main/guides/library/index';
import type { Guide, Step } from '../../main/guides/guide';
import { probes } from '../../main/probes/index';

const files = ['guide', 'guides-user', 'guides-technician'];
const readWords = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(`strings/${language}/${file}.json`, 'utf8'))),
  ) as Record<string, string>;
const known = readWords('en');

const targetsOf = (step: Step): (string | undefined)[] => {
  switch (step.kind) {
    case 'explain':
      return [step.next];
    case 'check':
      return [step.yes, step.no, step.unknown];
    case 'act':
      return [step.worked, step.failed];
    case 'confirm':
      return [step.no];
    case 'choose':
      return step.options.map(({ to }) => to);
    case 'wait':
      return [step.next, step.late];
    default:
      return [];
  }
};

const readsOf = (step: Step): readonly string[] => {
  switch (step.kind) {
    case 'check':
      return step.reads;
    case 'confirm':
      return step.readiness.flatMap(({ reads }) => reads);
    case 'wait':
      return step.until?.reads ?? [];
    case 'done':
      return step.proof === 'last-act' ? [] : step.proof.reads;
    default:
      return [];
  }
};

/** Steps after which the next one in the list may be reached. */
const fallsThrough = (step: Step): boolean => {
  switch (step.kind) {
    case 'explain':
    case 'wait':
      return step.next === undefined;
    case 'check':
      return step.yes === undefined;
    case 'act':
      return step.worked === undefined;
    case 'confirm':
      return true;
    default:
      return false;
  }
};

const nextsOf = (guide: Guide, index: number): string[] => {
  const step = guide.steps[index];
  if (step === undefined) return [];
  const after = guide.steps[index + 1]?.id;
  return [...targetsOf(step), fallsThrough(step) ? after : undefined].filter(
    (id) => id !== undefined,
  );
};

it('every id is used once', () => {
  const ids = guides.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('every guide that a finding names exists', () => {
  const named = rules.flatMap(({ guide }) => (guide === null ? [] : [guide]));
  expect(named.filter((id) => guideById(id) === null)).toEqual([]);
});

describe.each(guides)('$id', (guide) => {
  const ids = new Set(guide.steps.map(({ id }) => id));

  it('has a seat and steps with ids of their own', () => {
    expect(guide.seats.length).toBeGreaterThan(0);
    expect(ids.size).toBe(guide.steps.length);
    expect([guide.id, ...ids].filter((id) => !/^[a-z][a-z0-9-]*$/u.test(id))).toEqual([]);
  });

  it('leads only to steps it has', () => {
    const strangers = guide.steps
      .flatMap(targetsOf)
      .filter((id) => id !== undefined && !ids.has(id));
    expect(strangers).toEqual([]);
  });

  it('never runs off its end, and every step can be reached', () => {
    const last = guide.steps.at(-1);
    expect(last !== undefined && fallsThrough(last)).toBe(false);
    const reached = new Set<string>();
    const walk = (id: string): void => {
      if (reached.has(id)) return;
      reached.add(id);
      for (const next of nextsOf(
        guide,
        guide.steps.findIndex((step) => step.id === id),
      ))
        walk(next);
    };
    walk(guide.steps[0]?.id ?? '');
    expect([...ids].filter((id) => !reached.has(id))).toEqual([]);
  });

  it('ends in proof or hand-over', () => {
    expect(guide.steps.some(({ kind }) => kind === 'done' || kind === 'hand-over')).toBe(true);
  });

  it('reads only what can be read, and takes nothing read for a yes', () => {
    const readable = new Set<string>(probes.map(({ id }) => id));
    expect(guide.steps.flatMap(readsOf).filter((id) => !readable.has(id))).toEqual([]);
    const nothing = {
      observedAt: null,
      origin: 'capture',
      platform: 'win32',
      readings: {},
    } as const;
    const answers = guide.steps.flatMap((step) => {
      if (step.kind === 'check') return [step.holds(nothing)];
      if (step.kind === 'confirm') return step.readiness.map((line) => line.holds(nothing));
      if (step.kind === 'done') return step.proof === 'last-act' ? [] : [step.proof.holds(nothing)];
      return step.kind === 'wait' && step.until ? [step.until.holds(nothing)] : [];
    });
    expect(answers.filter((answer) => answer !== 'unknown')).toEqual([]);
    expect(() => guide.fits(nothing)).not.toThrow();
  });

  it('has words for every step', () => {
    const wanted = [
      `guide.${guide.id}.title`,
      `guide.${guide.id}.for`,
      ...guide.steps.flatMap((step) => [
        `guide.${guide.id}.${step.id}.title`,
        `guide.${guide.id}.${step.id}.text`,
        ...(step.kind === 'choose'
          ? step.options.map((option) => `guide.${guide.id}.${step.id}.${option.id}`)
          : []),
      ]),
    ];
    expect(wanted.filter((key) => known[key] === undefined)).toEqual([]);
    const either = (group: string, id: string) =>
      known[`guide.${guide.id}.${group}.${id}`] ?? known[`guide.${group}.${id}`];
    const lines = guide.steps.flatMap((step) =>
      step.kind === 'confirm'
        ? [
            ...step.survives.map((id) => [`keeps ${id}`, either('keeps', id)] as const),
            ...step.lost.map((id) => [`loses ${id}`, either('loses', id)] as const),
            ...step.readiness.map(({ id }) => [`ready ${id}`, either('ready', id)] as const),
          ]
        : [],
    );
    expect(lines.filter(([, text]) => text === undefined)).toEqual([]);
  });
});

it('nothing is said about a guide or a step that does not exist', () => {
  const steps = new Map<string, Set<string>>(
    guides.map((guide) => [
      guide.id,
      new Set([
        'title',
        'for',
        'refused',
        'keeps',
        'loses',
        'ready',
        ...guide.steps.map(({ id }) => id),
      ]),
    ]),
  );
  const own = ['guides-user', 'guides-technician'].flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(`strings/en/${file}.json`, 'utf8')) as object),
  );
  const strangers = own.filter((key) => {
    const [, guide = '', step = ''] = key.split('.');
    return steps.get(guide)?.has(step) !== true;
  });
  expect(strangers).toEqual([]);
});
