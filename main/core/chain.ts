import { links, type Finding, type Link } from './finding';

/** What each link stands on. A finding behind a broken link is its consequence. */
const standsOn: Readonly<Record<Link, readonly Link[]>> = {
  link: [],
  address: ['link'],
  'name-service': ['address'],
  internet: ['name-service'],
  clock: [],
  'proxy-tls': ['internet'],
  vpn: ['internet'],
  'domain-controller': ['name-service', 'vpn'],
  'join-setup': ['domain-controller'],
  'entra-reachable': ['proxy-tls', 'clock'],
  'device-registration': ['join-setup', 'entra-reachable'],
  'device-key': ['device-registration'],
  'device-accepted': ['device-key', 'entra-reachable'],
  prt: ['device-accepted'],
  'enterprise-prt': ['device-registration'],
  hello: ['prt', 'enterprise-prt'],
  kerberos: ['domain-controller', 'clock', 'prt'],
  'file-server': ['kerberos'],
  setup: ['device-registration'],
  mdm: ['device-accepted'],
  'co-management': ['mdm'],
  apps: ['mdm'],
  compliance: ['mdm'],
  protection: [],
  licence: ['prt'],
  'cloud-pc': [],
  updates: ['internet'],
  recovery: [],
  encryption: [],
  data: [],
  evidence: [],
};

const ancestors = (() => {
  const all = new Map<Link, ReadonlySet<Link>>();
  const of = (link: Link): ReadonlySet<Link> => {
    const known = all.get(link);
    if (known) return known;
    const found = new Set(standsOn[link].flatMap((next) => [next, ...of(next)]));
    all.set(link, found);
    return found;
  };
  for (const link of links) of(link);
  return all;
})();

/** What has to work before this link can. */
export const standsOnLinks = (link: Link): ReadonlySet<Link> => ancestors.get(link) ?? new Set();

const severityOrder = { broken: 0, attention: 1, notice: 2 } as const;
const certaintyOrder = { proved: 0, likely: 1, possible: 2 } as const;

/** Worst first, then the earlier link, then the better proof. */
const byWeight = (a: Finding, b: Finding): number =>
  severityOrder[a.severity] - severityOrder[b.severity] ||
  links.indexOf(a.link) - links.indexOf(b.link) ||
  certaintyOrder[a.certainty] - certaintyOrder[b.certainty] ||
  a.id.localeCompare(b.id);

export const counts = (finding: Pick<Finding, 'severity' | 'certainty'>): boolean =>
  finding.severity !== 'notice' && finding.certainty !== 'possible';

const causes = (cause: Finding, explained: readonly string[], effect: Finding): boolean => {
  if (cause === effect || !counts(cause)) return false;
  if (explained.includes(effect.id)) return true;
  if (effect.severity === 'notice') return false;
  return cause.severity === 'broken' && standsOnLinks(effect.link).has(cause.link);
};

/**
 * Orders findings and folds consequences under what causes them. Two independent faults both stay in
 * front; the first of them is the root cause.
 */
export const chain = (
  found: readonly Finding[],
  explains: (id: string) => readonly string[],
): { findings: Finding[]; rootCause: string | null } => {
  const ordered = [...found].sort(byWeight);
  const findings = ordered.map((effect) => ({
    ...effect,
    causedBy: ordered.find((cause) => causes(cause, explains(cause.id), effect))?.id ?? null,
  }));
  const root = findings.find((finding) => counts(finding) && finding.causedBy === null);
  return { findings, rootCause: root?.id ?? null };
};
