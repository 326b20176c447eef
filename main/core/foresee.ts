/** What the cloud said of the device that something is about to be done to; null where it did not say. */
export interface Foreknown {
  /** As the directory calls it: `AzureAd`, `ServerAd`, `Workplace`. */
  joinType: string | null;
  autopilot: number | null;
  keys: number | null;
  encrypted: boolean | null;
  lastSyncAt: number | null;
  cloudPc: boolean;
  /** Whether the management service still has the device. */
  managed: boolean | null;
}

export interface Consequence {
  /** Words: `cloud.foresee.<id>`. */
  id: string;
  weight: 'loss' | 'care' | 'fine' | 'unknown';
  values: Record<string, string | number>;
}

type Options = Readonly<Record<string, string | boolean>>;
type Judge = (known: Foreknown, options: Options, now: number) => Consequence | null;

const says = (
  id: string,
  weight: Consequence['weight'],
  values: Consequence['values'] = {},
): Consequence => ({ id, weight, values });

const always =
  (id: string, weight: Consequence['weight']): Judge =>
  () =>
    says(id, weight);

const files: Judge = (_known, { keepUserData }) =>
  keepUserData === true ? says('files-stay', 'fine') : says('files-go', 'loss');

const enrolment: Judge = (_known, { keepEnrollmentData }) =>
  keepEnrollmentData === true ? says('enrolment-stays', 'fine') : says('enrolment-goes', 'care');

/** What it takes until somebody can work on it again, by how it is joined. */
const byJoin: Readonly<Record<string, Consequence>> = {
  AzureAd: says('joins-again-entra', 'fine'),
  ServerAd: says('joins-again-hybrid', 'care'),
  Workplace: says('personal-device', 'loss'),
};
const joining: Judge = ({ joinType }) =>
  joinType === null
    ? says('join-unknown', 'unknown')
    : (byJoin[joinType] ?? says('join-unknown', 'unknown'));

const setUp: Judge = ({ autopilot }) => {
  if (autopilot === null) return says('set-up-unknown', 'unknown');
  return autopilot > 0 ? says('set-up-registered', 'fine') : says('set-up-not-registered', 'care');
};

const keys: Judge = ({ keys: count, encrypted }) => {
  if (encrypted === false) return null;
  if (count === null) return says('keys-unknown', 'unknown');
  return count > 0 ? says('keys-saved', 'fine', { count }) : says('keys-missing', 'care');
};

const day = 86_400_000;
const quietDays = 7;

/** Asked of a PC that is off or gone, it happens whenever that PC comes back, to whoever has it then. */
const lastSeen: Judge = ({ lastSyncAt }, _options, now) => {
  if (lastSyncAt === null) return says('seen-unknown', 'unknown');
  const days = Math.max(0, Math.floor((now - lastSyncAt) / day));
  return days > quietDays
    ? says('seen-long-ago', 'care', { days })
    : says('seen-lately', 'fine', { days });
};

const cloudPc: Judge = ({ cloudPc: is }) => (is ? says('is-cloud-pc', 'loss') : null);

const order: Judge = ({ managed }) => {
  if (managed === null) return says('order-unknown', 'unknown');
  return managed ? says('order-management-first', 'care') : says('order-directory-last', 'fine');
};

const reset: readonly Judge[] = [cloudPc, files, enrolment, joining, setUp, keys, lastSeen];

/** By action; what is not here changes nothing that a person would have to know before. */
const judges: Readonly<Record<string, readonly Judge[]>> = {
  wipe: reset,
  'protected-wipe': [
    cloudPc,
    always('files-go', 'loss'),
    always('protected', 'care'),
    always('enrolment-goes', 'care'),
    joining,
    setUp,
    keys,
    lastSeen,
  ],
  'fresh-start': [cloudPc, files, always('apps-go', 'loss'), joining, keys, lastSeen],
  retire: [
    cloudPc,
    always('company-data-goes', 'loss'),
    always('files-stay', 'fine'),
    joining,
    keys,
    lastSeen,
  ],
  restart: [always('unsaved-work-goes', 'care'), lastSeen],
  rename: [always('name-after-restart', 'care'), joining, lastSeen],
  sync: [lastSeen],
  'autopilot-delete': [order, always('set-up-forgotten', 'loss')],
  'my-cloud-pc-restart': [always('unsaved-work-goes', 'care')],
  'cloud-pc-restart': [always('unsaved-work-goes', 'care')],
  'my-cloud-pc-reprovision': [always('cloud-pc-anew', 'loss')],
  'cloud-pc-reprovision': [always('cloud-pc-anew', 'loss')],
  'cloud-pc-restore': [always('cloud-pc-back', 'loss')],
};

/** What will happen to this very device, what nobody knows among it. */
export const foresee = (
  action: string,
  known: Foreknown,
  options: Options,
  now: number,
): Consequence[] => (judges[action] ?? []).flatMap((judge) => judge(known, options, now) ?? []);
