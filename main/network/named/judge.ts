import { isIP } from 'node:net';
import { clockState } from '../clock';
import { certificateProblem } from '../endpoints/judge';
import type { NameAnswer } from '../names';
import type { Trouble } from '../outcome';
import { asksPublicResolver, isPrivate } from '../places';
import {
  type NamedCode,
  type NamedHint,
  type NamedReport,
  type NamedSteps,
  type NamedVerdict,
  verdictOf,
} from './outcome';

const nameCodes: Readonly<Record<NameAnswer<unknown>['kind'], NamedCode | null>> = {
  answered: null,
  'no-such-name': 'name-not-found',
  'no-record': 'name-without-address',
  'server-failure': 'name-service-broken',
  silent: 'name-service-silent',
  refused: 'name-service-silent',
  unreachable: 'name-service-silent',
  'blocked-here': 'blocked-here',
  'cut-off': 'name-service-silent',
  'not-understood': 'name-service-broken',
  'too-large': 'name-service-broken',
  cancelled: 'cancelled',
  offline: 'offline',
  failed: 'name-service-broken',
};

type ByTrouble = Readonly<Record<Trouble, NamedCode>>;

/** The same trouble means another thing at each stage; what passes the stage by is the same everywhere. */
const troubles = (rest: NamedCode, own: Partial<Record<Trouble, NamedCode>> = {}): ByTrouble => ({
  silent: rest,
  refused: rest,
  unreachable: rest,
  'cut-off': rest,
  'not-understood': rest,
  'too-large': rest,
  failed: rest,
  'blocked-here': 'blocked-here',
  cancelled: 'cancelled',
  offline: 'offline',
  ...own,
});

const byStage = {
  way: troubles('no-way'),
  port: troubles('silent', { refused: 'refused', unreachable: 'no-way', 'cut-off': 'cut-off' }),
  proxy: troubles('proxy-unreachable'),
  tls: troubles('encryption-fails'),
  http: troubles('no-answer'),
  smb: troubles('files-not-understood', { silent: 'files-silent', 'cut-off': 'files-cut-off' }),
  rpc: troubles('print-blocked'),
} as const satisfies Record<string, ByTrouble>;

const failure = (
  answer: { kind: Trouble | 'answered' } | null,
  stage: keyof typeof byStage,
): NamedCode | null =>
  answer === null || answer.kind === 'answered' ? null : byStage[stage][answer.kind];

const proxyCode = ({ proxy }: NamedSteps): NamedCode | null => {
  if (proxy?.kind !== 'answered') return failure(proxy, 'proxy');
  const { status } = proxy.value.look;
  if (status === 200) return null;
  return status === 407 ? 'proxy-needs-sign-in' : 'proxy-refuses';
};

const certificateCodes = {
  'wrong-certificate': 'other-certificate',
  'certificate-dates': 'certificate-dates',
  // Inside a company the own authority is the rule: a hint, not a fault.
  intercepted: null,
} as const;

const tlsCode = ({ tls }: NamedSteps): NamedCode | null => {
  if (tls?.kind !== 'answered') return failure(tls, 'tls');
  const problem = certificateProblem(tls.value);
  return problem === null ? null : certificateCodes[problem];
};

/** Statuses that are a finding of their own; below 500 the rest only says that somebody is there. */
const statusCodes: Readonly<Record<number, NamedCode>> = {
  404: 'not-there',
  407: 'proxy-needs-sign-in',
  410: 'not-there',
  511: 'captive-portal',
};
const signInWanted = 401;

const httpCode = ({ http }: NamedSteps): NamedCode | null => {
  if (http?.kind !== 'answered') return failure(http, 'http');
  const { status, schemes, location } = http.value;
  if (status === signInWanted)
    return schemes.some((one) => one.toLowerCase() === 'negotiate')
      ? 'offers-windows-sign-in'
      : 'no-windows-sign-in';
  if (location !== null && cloudSignIn.test(location)) return 'signs-in-elsewhere';
  return statusCodes[status] ?? (status >= 500 ? 'server-fault' : null);
};

const cloudSignIn =
  /^https:\/\/(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn)\//i;

const smbCode = ({ smb }: NamedSteps): NamedCode | null => {
  if (smb?.kind !== 'answered') return failure(smb, 'smb');
  const { kind } = smb.value.answer;
  if (kind === 'only-smb1') return 'files-only-smb1';
  return kind === 'declined' ? 'files-declined' : null;
};

/** Of several services one that answers is enough; else the friendliest "no" is the most telling. */
const servicesCode = ({ services }: NamedSteps): NamedCode | null => {
  const codes = services.map(({ answer }) => failure(answer, 'port'));
  if (codes.length === 0 || codes.includes(null)) return null;
  return codes.find((code) => code === 'refused') ?? codes[0] ?? null;
};

const clockCode = (offsetMs: number | null): NamedCode | null =>
  offsetMs !== null && clockState(offsetMs) === 'apart' ? 'clock-apart' : null;

type Seen = Omit<NamedReport, 'verdict' | 'ms'>;

/** The first link that breaks names the outcome; what came after it was never tried. */
const codeOf = ({ steps, viaProxy, clockOffsetMs }: Seen): NamedCode => {
  const name = steps.name && nameCodes[steps.name.kind];
  const port = failure(steps.tcp, viaProxy ? 'proxy' : 'port');
  const broken =
    (viaProxy && name === 'name-not-found' ? 'proxy-unreachable' : name) ??
    failure(steps.way, 'way') ??
    port ??
    proxyCode(steps) ??
    servicesCode(steps) ??
    tlsCode(steps) ??
    smbCode(steps) ??
    failure(steps.rpc, 'rpc');
  if (broken) return broken;
  const said = httpCode(steps);
  const good = said === null || said === 'offers-windows-sign-in' || said === 'signs-in-elsewhere';
  return (good ? clockCode(clockOffsetMs) : null) ?? said ?? 'reachable';
};

const privateTargets = ({ name }: NamedSteps): boolean =>
  name?.kind === 'answered' && name.value.some(isPrivate);

const hintsOf = ({ target, steps, servers }: Seen, code: NamedCode): NamedHint[] => {
  const numeric = isIP(target.host.split('%')[0] ?? '') !== 0;
  const lost = code === 'silent' || code === 'no-way';
  const signsIn = target.kind === 'files' || target.kind === 'shared-printer';
  const hints: [NamedHint, boolean][] = [
    ['one-label', code === 'name-not-found' && !target.host.includes('.')],
    ['public-resolver', code === 'name-not-found' && asksPublicResolver(servers)],
    ['vpn-or-split-tunnel', lost && (privateTargets(steps) || (numeric && isPrivate(target.host)))],
    [
      'only-this-pc-knows-the-name',
      steps.name?.kind === 'answered' &&
        steps.dns?.kind === 'no-such-name' &&
        target.host.includes('.'),
    ],
    [
      'own-authority',
      steps.tls?.kind === 'answered' && certificateProblem(steps.tls.value) === 'intercepted',
    ],
    ['number-instead-of-name', signsIn && numeric],
    ['redirects', steps.http?.kind === 'answered' && steps.http.value.location !== null],
    ['sign-in-not-tested', signsIn && code === 'reachable'],
  ];
  return hints.flatMap(([hint, holds]) => (holds ? [hint] : []));
};

export const judgeNamed = (seen: Seen): NamedVerdict => {
  const code = codeOf(seen);
  return verdictOf(code, hintsOf(seen, code));
};
