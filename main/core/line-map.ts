import { counts } from './chain';
import type { ProbeId } from './facts/index';
import type { Registration } from './facts/registration';
import { links, type Finding, type Link } from './finding';
import { isEntraJoined, joinTypeOf } from './join';
import { prtHealthy } from './prt';
import type { Reading } from './reading';
import type { Snapshot } from './snapshot';
import { valueOf } from './snapshot';

export type StopState = 'ok' | 'broken' | 'degraded' | 'unknown' | 'not-needed';

/** One stop of the line map, with the finding that decides its state. */
export interface Stop {
  link: Link;
  state: StopState;
  finding: string | null;
}

type Judge = (registration: Registration, snapshot: Snapshot) => boolean;

/** What proves that a link works. Without a proof it is unknown, never green. */
const proofs: Partial<Record<Link, Judge>> = {
  'entra-reachable': ({ deviceAuth }) => deviceAuth.state === 'success',
  'device-registration': (registration) =>
    !['unknown', 'not-joined'].includes(joinTypeOf(registration)),
  'device-key': ({ keySign, deviceAuth }) => keySign === 'passed' || deviceAuth.state === 'success',
  'device-accepted': ({ deviceAuth }) => deviceAuth.state === 'success',
  prt: (registration, { observedAt }) => prtHealthy(registration, true, observedAt) === true,
  'enterprise-prt': ({ enterprisePrt }) =>
    enterprisePrt.present === 'yes' && enterprisePrt.failure === null,
  hello: ({ ngc }) => ngc.set === 'yes',
};

/**
 * Who else could speak against a link that is proved. Asked and not heard is no "all is well"; what was
 * never asked, as in pasted text, is no objection either.
 */
const witnesses: Partial<Record<Link, readonly ProbeId[]>> = {
  'entra-reachable': ['entra-events'],
  'device-registration': [
    'entra-events',
    'join-records',
    'registration-events',
    'sign-in-services',
  ],
  'device-key': ['device-certificates', 'join-records', 'registration-events', 'sign-in-services'],
  prt: ['entra-events', 'sign-in-services', 'token-broker'],
  hello: [
    'hello-events',
    'hello-keys',
    'hello-policy',
    'last-sign-in',
    'security-keys',
    'sign-in-services',
  ],
};

const allHeard = (link: Link, { readings }: Snapshot): boolean =>
  (witnesses[link] ?? []).every((id) => {
    const reading: Reading<unknown> | undefined = readings[id];
    if (reading === undefined || reading.kind === 'ok') return true;
    return reading.kind === 'unavailable' && reading.why === 'absent';
  });

const notJoined: Judge = (registration) => isEntraJoined(registration) === false;
const noDomain: Judge = (registration) => registration.joinRows.domain === 'no';

/** What this kind of device does without. */
const unneeded: Partial<Record<Link, Judge>> = {
  'domain-controller': noDomain,
  'join-setup': noDomain,
  'device-key': notJoined,
  'device-accepted': notJoined,
  prt: notJoined,
  'enterprise-prt': ({ enterprisePrt }) =>
    enterprisePrt.present === 'no' && enterprisePrt.failure === null,
  hello: ({ hello }) => hello?.policyEnabled === 'no',
};

const severityState = { broken: 'broken', attention: 'degraded', notice: 'ok' } as const;

/** The whole way from the wire to the app, stop by stop, for this device. */
export const lineMap = (snapshot: Snapshot, findings: readonly Finding[]): Stop[] => {
  const registration = valueOf(snapshot, 'device-registration');
  const drawn: readonly Link[] = links.filter((link) => link !== 'evidence');
  return drawn.flatMap((link): Stop[] => {
    const finding = findings.find((one) => one.link === link && one.severity !== 'notice');
    if (finding) {
      const state = counts(finding) ? severityState[finding.severity] : 'degraded';
      return [{ link, state, finding: finding.id }];
    }
    if (registration && proofs[link]?.(registration, snapshot))
      return [{ link, state: allHeard(link, snapshot) ? 'ok' : 'unknown', finding: null }];
    if (registration && unneeded[link]?.(registration, snapshot))
      return [{ link, state: 'not-needed', finding: null }];
    // A stop that nothing here can prove or disprove is drawn only where it belongs to the sign-in line.
    return signInLine.has(link) ? [{ link, state: 'unknown', finding: null }] : [];
  });
};

const signInLine: ReadonlySet<Link> = new Set([
  'internet',
  'entra-reachable',
  'domain-controller',
  'device-registration',
  'device-key',
  'device-accepted',
  'prt',
]);
