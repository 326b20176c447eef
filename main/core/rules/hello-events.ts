import type { HelloEvent } from '../facts/sign-in';
import type { Evidence, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { fact, registrationOf, rowsOf } from './evidence';
import { inEntra, within } from './expected';

const about = {
  link: 'hello',
  severity: 'notice',
  certainty: 'likely',
  owner: 'user',
  guide: null,
  source: deviceSources.helloEvents,
  explains: [],
} as const;

const recent = (snapshot: Snapshot, step: HelloEvent['step']): HelloEvent[] =>
  within(snapshot, 24, valueOf(snapshot, 'hello-events')?.events ?? []).filter(
    (event) => event.step === step,
  );

const proof = (events: readonly HelloEvent[]): Evidence[] =>
  events.slice(0, 3).map(({ id, code }) => fact('hello-events', `event ${String(id)}`, code));

const codes = (events: readonly HelloEvent[]): string[] => [
  ...new Set(events.flatMap(({ code }) => code ?? [])),
];

const skippedByUser = '0x801c044f';

export const helloEventRules: readonly Rule[] = [
  {
    ...about,
    id: 'hello-key-registration-failing',
    severity: 'attention',
    owner: 'tenant',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      const success = recent(snapshot, 'key-registered')[0]?.at ?? 0;
      const failed = recent(snapshot, 'key-registration-failed').filter(
        ({ at }) => (at ?? 0) > success,
      );
      if (!registration || registration.ngc.set !== 'no' || !inEntra(snapshot)) return null;
      if (failed.length < 2) return null;
      return {
        codes: codes(failed),
        evidence: [...proof(failed), ...rowsOf(registration, 'NgcSet')],
        values: { count: failed.length, code: codes(failed)[0] ?? 'none' },
      };
    },
  },
  {
    // Mistyped PINs look the same, so this only helps to explain.
    ...about,
    id: 'hello-sign-in-failing',
    when: (snapshot) => {
      const failed = recent(snapshot, 'sign-in-failed');
      if (failed.length < 5) return null;
      return {
        codes: codes(failed),
        evidence: proof(failed),
        values: { count: failed.length },
      };
    },
  },
  {
    ...about,
    id: 'hello-set-up-skipped',
    when: (snapshot) => {
      const registration = registrationOf(snapshot);
      if (registration?.ngc.set !== 'no') return null;
      const skipped = recent(snapshot, 'provisioning-ended').filter(
        ({ code }) => code === skippedByUser,
      );
      if (skipped.length === 0) return null;
      return {
        codes: [skippedByUser],
        evidence: [...proof(skipped), ...rowsOf(registration, 'NgcSet')],
      };
    },
  },
  {
    ...about,
    id: 'hello-key-in-software',
    owner: 'technician',
    source: deviceSources.helloKeys,
    when: (snapshot) => {
      const keys = valueOf(snapshot, 'hello-keys')?.keys.filter(
        ({ tpmProtected }) => tpmProtected === 'no',
      );
      if (!keys || keys.length === 0) return null;
      const asked = valueOf(snapshot, 'hello-policy')?.effective.tpmRequired === true;
      return {
        severity: asked ? 'attention' : 'notice',
        evidence: [
          fact('hello-keys', 'in software', keys.length),
          ...(asked ? [fact('hello-policy', 'tpmRequired', true)] : []),
        ],
      };
    },
  },
];
