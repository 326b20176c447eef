import type { SetupCategory, SetupTracking, TrackedItem, TrackedKind } from '../facts/autopilot';
import type { Hit, Rule } from '../finding';
import type { Snapshot } from '../snapshot';
import { fact } from './evidence';
import { inSetup } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'setup',
  severity: 'notice',
  certainty: 'proved',
  owner: 'tenant',
  guide: null,
  source: sources.statusPage,
  explains: [],
  topics: ['autopilot'],
} as const;

const timeOut = '0x800705b4';

type Part = SetupCategory['parts'][number];

const failedPart = ({ parts }: SetupCategory): Part | null =>
  parts.find(({ state }) => state === 'failed') ?? null;

const isTimeOut = (category: SetupCategory): boolean =>
  category.parts.some(({ code }) => code === timeOut);

/** Afterwards the person may have gone on regardless, and the record of the failure stays. */
const hitOf = (category: SetupCategory, snapshot: Snapshot): Hit => {
  const part = failedPart(category);
  return {
    ...(inSetup(snapshot) ? { severity: 'broken' as const } : {}),
    codes: part?.code ? [part.code] : [],
    evidence: [
      fact('setup-tracking', category.name, category.state),
      ...(part ? [fact('setup-tracking', part.name, part.code ?? part.state)] : []),
    ],
    values: { part: part?.name ?? '', code: part?.code ?? '' },
  };
};

const categoryRules = (
  [
    ['device-preparation', 'setup-device-preparation-failed', 'technician'],
    ['device-setup', 'setup-device-failed', 'tenant'],
    ['account-setup', 'setup-account-failed', 'tenant'],
  ] as const
).map(([name, id, owner]) =>
  ofReading('setup-tracking', { ...about, id, owner }, ({ categories }, snapshot) => {
    const failing = categories?.find((category) => category.name === name);
    if (failing?.state !== 'failed' || isTimeOut(failing)) return null;
    return hitOf(failing, snapshot);
  }),
);

const apps: readonly TrackedKind[] = ['win32-app', 'msi', 'store-app'];

const itemsOf = (
  { items }: SetupTracking,
  kinds: readonly TrackedKind[],
  ...states: TrackedItem['state'][]
): TrackedItem[] =>
  (items ?? []).filter(({ kind, state }) => kinds.includes(kind) && states.includes(state));

const listed = (items: readonly TrackedItem[]): Hit => ({
  evidence: items.map(({ name, state }) => fact('setup-tracking', name, state)),
  values: { count: items.length, names: items.map(({ name }) => name).join(', ') },
});

/** To wait for these is what set-up is. Afterwards the list is old news. */
const waitingRules = (
  [
    ['setup-waits-for-apps', apps],
    ['setup-waits-for-policies', ['policy', 'network']],
    ['setup-waits-for-certificates', ['certificate']],
  ] as const
).map(([id, kinds]) =>
  ofReading('setup-tracking', { ...about, id, owner: 'user' }, (facts, snapshot) => {
    const waiting = itemsOf(facts, kinds, 'in-progress', 'not-started');
    return waiting.length > 0 && inSetup(snapshot) ? listed(waiting) : null;
  }),
);

export const setupStatusRules: readonly Rule[] = [
  ...categoryRules,
  ...waitingRules,
  ofReading('setup-tracking', { ...about, id: 'setup-timed-out' }, ({ categories }, snapshot) => {
    const late = categories?.find((category) => category.state === 'failed' && isTimeOut(category));
    return late ? { ...hitOf(late, snapshot), codes: [timeOut] } : null;
  }),
  ofReading(
    'setup-tracking',
    {
      ...about,
      id: 'setup-app-failed',
      certainty: 'likely',
      explains: ['setup-device-failed', 'setup-account-failed', 'setup-timed-out'],
    },
    (facts, snapshot) => {
      const failed = itemsOf(facts, apps, 'failed');
      if (failed.length === 0) return null;
      return {
        ...listed(failed),
        ...(inSetup(snapshot) ? { severity: 'attention' as const } : {}),
      };
    },
  ),
  ofReading(
    'setup-tracking',
    { ...about, id: 'setup-page-without-way-out', certainty: 'likely' },
    ({ pages, categories }, snapshot) => {
      const closed = pages?.find(
        ({ allowsReset, allowsRetry, allowsContinue }) =>
          allowsReset === 'no' && allowsRetry === 'no' && allowsContinue === 'no',
      );
      const failed = categories?.some(({ state }) => state === 'failed') === true;
      if (!closed || !failed || !inSetup(snapshot)) return null;
      return { evidence: [fact('setup-tracking', 'allowsContinue', closed.allowsContinue)] };
    },
  ),
  ofReading(
    'setup-tracking',
    { ...about, id: 'setup-record-damaged', owner: 'technician' },
    ({ categories }) => {
      const damaged = categories?.find((category) => category.damaged);
      return damaged ? { evidence: [fact('setup-tracking', damaged.name, 'damaged')] } : null;
    },
  ),
];
