const isId = (v: unknown) =>
  typeof v === 'string' && v.length <= 64 && /^[A-Za-z0-9][A-Za-z0-9-]*$/u.test(v);
const isLine = (v: unknown, most: number, least = 0) =>
  typeof v === 'string' &&
  v.length >= least &&
  v.length <= most &&
  ![...v].some((sign) => /[\p{Cc}\u2028\u2029]/u.test(sign));
const isSerial = (v: unknown) => isLine(v, 64, 1);
const fields = ['model', 'name', 'asset-tag', 'group-tag', 'note'];

/** The sheets' part of the contract, said a second time by hand. */
export const batchOracle: Record<string, (args: unknown[]) => boolean> = {
  'batch.list': (a) => a.length === 0,
  'batch.create': (a) =>
    a.length === 3 &&
    isLine(a[0], 100, 1) &&
    (a[1] === 'stick' || a[1] === 'profile') &&
    isLine(a[2], 100),
  'batch.open': (a) => a.length === 1 && isId(a[0]),
  'batch.take': (a) =>
    a.length === 3 && isId(a[0]) && typeof a[1] === 'string' && isLine(a[2], 100),
  'batch.add': (a) => a.length === 3 && isId(a[0]) && isSerial(a[1]) && isLine(a[2], 100),
  'batch.set': (a) =>
    a.length === 5 &&
    isId(a[0]) &&
    isSerial(a[1]) &&
    (a[2] === null || fields.includes(String(a[2]))) &&
    isLine(a[3], 200) &&
    isLine(a[4], 100),
  'batch.row': (a) => a.length === 2 && isId(a[0]) && isSerial(a[1]),
  'batch.read': (a) =>
    a.length === 4 &&
    isId(a[0]) &&
    typeof a[1] === 'object' &&
    ['preflight', 'set-up', 'sign-off'].includes(String(a[2])) &&
    isLine(a[3], 100),
  'batch.sign': (a) =>
    a.length === 4 && isId(a[0]) && isSerial(a[1]) && isLine(a[2], 100, 1) && Array.isArray(a[3]),
  'batch.export': (a) =>
    a.length === 3 &&
    isId(a[0]) &&
    ['csv', 'html', 'sheet'].includes(String(a[1])) &&
    (a[2] === null || typeof a[2] === 'string'),
};
