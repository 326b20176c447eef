const isHandle = (v: unknown) =>
  typeof v === 'string' && v.length <= 256 && /^[A-Za-z0-9][A-Za-z0-9._=-]*$/u.test(v);
const isAction = (v: unknown) =>
  typeof v === 'string' && v.length <= 64 && /^[a-z][a-z-]*$/u.test(v);
const isOptions = (v: unknown) =>
  typeof v === 'object' &&
  v !== null &&
  !Array.isArray(v) &&
  Object.values(v).every((one) => ['string', 'boolean'].includes(typeof one));
const nothing = (a: unknown[]) => a.length === 0;
const oneHandle = (a: unknown[]) => a.length === 1 && isHandle(a[0]);

/** The cloud's part of the contract, said a second time by hand. */
export const cloudOracle: Record<string, (args: unknown[]) => boolean> = {
  'cloud.state': nothing,
  'cloud.sign-in': (a) => a.length === 1 && ['browser', 'device-code'].includes(String(a[0])),
  'cloud.confirm': nothing,
  'cloud.cancel': nothing,
  'cloud.sign-out': nothing,
  'cloud.look': oneHandle,
  'cloud.mine': (a) => a.length === 1 && (a[0] === null || isHandle(a[0])),
  'cloud.find': (a) =>
    a.length === 2 &&
    ['serial', 'name', 'user'].includes(String(a[0])) &&
    typeof a[1] === 'string' &&
    a[1] !== '' &&
    !/\p{Cc}/u.test(a[1].replace(/[\u0080-\u009f]/gu, '')),
  'cloud.device': oneHandle,
  'cloud.keys': oneHandle,
  'cloud.foresee': (a) => a.length === 3 && isHandle(a[0]) && isAction(a[1]) && isOptions(a[2]),
  'cloud.act': (a) =>
    a.length === 4 &&
    isHandle(a[0]) &&
    isAction(a[1]) &&
    isOptions(a[2]) &&
    (a[3] === null || typeof a[3] === 'string'),
  'cloud.actions': nothing,
  'cloud.follow': oneHandle,
  'cloud.set-aside': oneHandle,
  'cloud.secret': (a) =>
    a.length === 2 && ['recovery-key', 'laps'].includes(String(a[0])) && isHandle(a[1]),
  'cloud.secret-copy': oneHandle,
  'cloud.secret-forget': oneHandle,
  'cloud.bulk-start': (a) => a.length === 1 && typeof a[0] === 'object',
  'cloud.bulk-resume': nothing,
  'cloud.bulk-stop': nothing,
  'cloud.bulk-state': nothing,
  'cloud.bulk-save': nothing,
};
