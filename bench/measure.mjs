export const median = (values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** One figure beside its limit, and how much of the limit it takes. */
export const line = (name, value, unit, limit) => {
  const share = `${((value / limit) * 100).toFixed(0)} % of ${limit} ${unit}`;
  console.log(`${name.padEnd(46)} ${value.toFixed(2).padStart(10)} ${unit.padEnd(3)} ${share}`);
};
