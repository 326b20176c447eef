import type { HttpLook } from '../http';
import type { NameAnswer } from '../names';
import type { Trouble } from '../outcome';
import type { TlsLook } from '../tls';
import type { EndpointProblem, Steps } from './outcome';

const nameProblem = (answer: NameAnswer<string[]>): EndpointProblem | null => {
  switch (answer.kind) {
    case 'answered':
      return null;
    case 'offline':
    case 'cancelled':
    case 'blocked-here':
      return answer.kind;
    case 'no-such-name':
    case 'no-record':
      return 'name-not-found';
    case 'silent':
    case 'refused':
    case 'unreachable':
      return 'name-service-silent';
    default:
      return 'name-service-broken';
  }
};

const byTrouble: Readonly<Record<Trouble, EndpointProblem>> = {
  silent: 'silent',
  refused: 'refused',
  unreachable: 'unreachable',
  'blocked-here': 'blocked-here',
  'cut-off': 'cut-off',
  'not-understood': 'no-answer',
  'too-large': 'no-answer',
  cancelled: 'cancelled',
  offline: 'offline',
  failed: 'no-answer',
};

const passing: readonly Trouble[] = ['cancelled', 'offline'];

const afterConnect = (kind: Trouble, otherwise: EndpointProblem): EndpointProblem =>
  passing.includes(kind) || kind === 'cut-off' ? byTrouble[kind] : otherwise;

const proxySignIn = 407;

const proxyProblem = ({ proxy }: Steps): EndpointProblem | null => {
  if (proxy === null) return null;
  if (proxy.kind !== 'answered') return afterConnect(proxy.kind, 'proxy-unreachable');
  const { status } = proxy.value.look;
  if (status === 200) return null;
  return status === proxySignIn ? 'proxy-needs-sign-in' : 'proxy-refuses';
};

/** The maker of the endpoints signs some of them with roots of its own that no browser carries. */
const vendorRoot = /(^|, )O=Microsoft Corporation(,|$)/;

const dates = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const wrongName = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** What the certificate says of whoever answers; null when it is the right one from a public authority. */
export const certificateProblem = ({
  untrusted,
  chain,
}: TlsLook): 'wrong-certificate' | 'certificate-dates' | 'intercepted' | null => {
  if (untrusted === null) return null;
  if (untrusted === wrongName) return 'wrong-certificate';
  if (dates.has(untrusted)) return 'certificate-dates';
  return vendorRoot.test(chain.at(-1)?.issuer ?? '') ? null : 'intercepted';
};

/** Who signed the certificate that should have come from a public authority. */
export const inspectorOf = ({ chain }: TlsLook): string | null => chain.at(-1)?.issuer ?? null;

/** The page Windows itself asks for to see whether there is internet (NCSI). */
export const probePage = { path: '/connecttest.txt', text: 'Microsoft Connect Test' } as const;

export const isProbePage = (host: string, port: number): boolean =>
  port === 80 && host.endsWith('.msftconnecttest.com');

const networkSignIn = 511;

const httpProblem = (look: HttpLook, isProbe: boolean): EndpointProblem | null => {
  if (look.status === networkSignIn) return 'captive-portal';
  if (look.status === proxySignIn) return 'proxy-needs-sign-in';
  return isProbe && look.body !== probePage.text ? 'captive-portal' : null;
};

/** The first step that failed names the problem; what came after it was never tried. */
export const problemOf = (
  steps: Steps,
  isProbe: boolean,
  viaProxy: boolean,
): EndpointProblem | null => {
  const { names, tcp, tls, http, ntp } = steps;
  const name = names && nameProblem(names);
  if (name) return viaProxy && !passing.includes(name as Trouble) ? 'proxy-unreachable' : name;
  if (tcp && tcp.kind !== 'answered')
    return viaProxy ? afterConnect(tcp.kind, 'proxy-unreachable') : byTrouble[tcp.kind];
  const proxy = proxyProblem(steps);
  if (proxy) return proxy;
  if (tls && tls.kind !== 'answered') return afterConnect(tls.kind, 'tls-failed');
  const secure = tls ? certificateProblem(tls.value) : null;
  if (secure) return secure;
  if (http && http.kind !== 'answered') return afterConnect(http.kind, 'no-answer');
  if (ntp && ntp.kind !== 'answered') return afterConnect(ntp.kind, 'udp-blocked');
  if (ntp && !ntp.value.synchronized) return 'time-not-known';
  return http ? httpProblem(http.value, isProbe) : null;
};
