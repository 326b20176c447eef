import type { Licence, LicenceState } from '../facts/licence';
import type { Rule } from '../finding';
import { valueOf } from '../snapshot';
import { fact } from './evidence';
import { day, isClient, isJoined } from './machine-conditions';
import { managementSources as sources } from './management-sources';
import { ofReading } from './of-reading';

const about = {
  link: 'licence',
  severity: 'attention',
  certainty: 'proved',
  owner: 'technician',
  guide: null,
  source: sources.licence,
  explains: [],
} as const;

const minute = 60_000;
const soon = 7 * day;

const inState = ({ activated, products }: Licence, ...states: LicenceState[]) =>
  activated === 'no' ? (products.find(({ state }) => states.includes(state)) ?? null) : null;

const told = (product: Licence['products'][number]) => ({
  codes: product.reason && product.reason !== '0x00000000' ? [product.reason] : [],
  evidence: [fact('licence', product.name, product.state)],
  values: {
    product: product.name,
    days: product.graceMinutes === null ? '' : Math.floor((product.graceMinutes * minute) / day),
  },
});

export const licenceRules: readonly Rule[] = [
  ofReading(
    'licence',
    { ...about, id: 'windows-not-activated', explains: ['edition-step-up-lapsed'] },
    (facts, snapshot) => {
      const product = inState(facts, 'notification', 'unlicensed');
      return product && isClient(snapshot) ? told(product) : null;
    },
  ),
  ofReading('licence', { ...about, id: 'windows-not-genuine' }, (facts, snapshot) => {
    const product = inState(facts, 'non-genuine-grace');
    return product && isClient(snapshot) ? told(product) : null;
  }),
  ofReading(
    'licence',
    { ...about, id: 'windows-waits-for-activation', severity: 'notice', owner: 'user' },
    (facts) => {
      const product = inState(facts, 'first-grace', 'extended-grace');
      return product ? told(product) : null;
    },
  ),
  ofReading(
    'licence',
    { ...about, id: 'windows-activation-changed', severity: 'notice', certainty: 'likely' },
    (facts) => {
      const product = inState(facts, 'tolerance-grace');
      return product ? told(product) : null;
    },
  ),
  ofReading(
    // Zero minutes are those of a licence without an end.
    'licence',
    { ...about, id: 'windows-licence-ends-soon', certainty: 'likely', severity: 'notice' },
    ({ products }) => {
      const ending = products.find(
        ({ state, graceMinutes }) =>
          state === 'licensed' &&
          graceMinutes !== null &&
          graceMinutes > 0 &&
          graceMinutes * minute < soon,
      );
      return ending ? told(ending) : null;
    },
  ),
  ofReading(
    'licence',
    {
      ...about,
      id: 'edition-step-up-lapsed',
      severity: 'notice',
      certainty: 'possible',
      owner: 'user',
      source: sources.stepUp,
    },
    ({ activated }, snapshot) => {
      const edition = valueOf(snapshot, 'windows-version')?.edition ?? null;
      if (activated !== 'no' || edition !== 'Enterprise' || !isJoined(snapshot)) return null;
      return {
        evidence: [
          fact('windows-version', 'edition', edition),
          fact('licence', 'activated', activated),
        ],
      };
    },
  ),
];
