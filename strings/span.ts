const units = [
  ['day', 1_440],
  ['hour', 60],
] as const;

/** A stretch of time in the largest unit that still says something. */
export const span = (minutes: number, language: string): string => {
  const [unit, size] = units.find(([, size]) => minutes >= 2 * size) ?? (['minute', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(minutes / size);
};
