/** Deep enough for every argument in the contract, shallow enough that no input can exhaust the stack. */
const maxDepth = 6;
const maxValues = 1_000;

/** Names through which an object can reach what other objects inherit. */
const poisoned = new Set(['__proto__', 'constructor', 'prototype']);

const isPlainObject = (value: object): boolean => {
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
};

const isDenseArray = (value: unknown[]): boolean => Object.keys(value).length === value.length;

/** True for what JSON could have carried: no class, no hole, no symbol, no accessor, no prototype key. */
export const isPlainData = (root: unknown): boolean => {
  let left = maxValues;
  const holds = (value: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > maxDepth) return false;
    if (value === null) return true;
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
    if (Array.isArray(value)) {
      if (value.length > left || !isDenseArray(value)) return false;
    } else if (!isPlainObject(value)) return false;
    return ownParts(value).every(
      ([key, part]) => typeof key === 'string' && !poisoned.has(key) && holds(part, depth + 1),
    );
  };
  return holds(root, 0);
};

/** Accessors count as `undefined`, which is not plain: reading one would run foreign code. */
const ownParts = (value: object): [string | symbol, unknown][] =>
  Reflect.ownKeys(value)
    .filter((key) => !(Array.isArray(value) && key === 'length'))
    .map((key) => [key, Object.getOwnPropertyDescriptor(value, key)?.value]);
