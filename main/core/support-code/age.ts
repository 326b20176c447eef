/** How old the reading was when the code was made, in steps that a helper thinks in. Minutes; order never changes. */
export const ageSteps = [
  10, 30, 60, 120, 240, 480, 1_440, 2_880, 4_320, 7_200, 10_080, 20_160, 43_200, 86_400, 129_600,
  259_200, 525_600,
] as const;

/** One for each step, one for older than all, and zero for not known. */
export const ageRadix = ageSteps.length + 2;

const minute = 60_000;

export const ageStep = (observedAt: number | null, now: number): number => {
  if (observedAt === null || !Number.isFinite(observedAt)) return 0;
  // A clock that was put back must not make a reading look as if it came from tomorrow.
  const minutes = Math.max(0, (now - observedAt) / minute);
  const at = ageSteps.findIndex((limit) => minutes <= limit);
  return at < 0 ? ageSteps.length + 1 : at + 1;
};

export type CodeAge =
  { kind: 'unknown' } | { kind: 'within'; minutes: number } | { kind: 'older'; minutes: number };

export const ageOfStep = (step: number): CodeAge => {
  if (step === 0) return { kind: 'unknown' };
  const minutes = ageSteps[step - 1];
  return minutes === undefined
    ? { kind: 'older', minutes: ageSteps[ageSteps.length - 1] ?? 0 }
    : { kind: 'within', minutes };
};
