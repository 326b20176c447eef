import { isIP } from 'node:net';

export const clouds = ['public', 'usgov', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/** One line of `resources/catalogue/endpoints.json`, as the vendor's page lists it. */
export interface Row {
  id: string;
  service: string;
  host: string;
  /** A real host under a wildcard; null where none is known. */
  concreteProbeHost: string | null;
  port: number;
  protocol: 'tcp' | 'udp';
  purpose: string;
  neededFor: string[];
  scope: 'device' | 'user';
  sslInspection: 'allowed' | 'forbidden' | 'unknown';
  clouds: Cloud[];
  region: string | null;
  source: string;
}

/** One real place to test, standing for all lines that mean it. */
export interface Target {
  id: string;
  host: string;
  port: number;
  protocol: 'tcp' | 'udp';
  service: string;
  neededFor: string[];
  scope: 'device' | 'user';
  /** Opening the traffic on the way is forbidden by the vendor. */
  inspectionForbidden: boolean;
  optional: boolean;
  /** Without it nobody signs in, or exactly this was asked for. */
  essential: boolean;
  /** The wildcard this host stands for, if it does. */
  standsFor: string | null;
  source: string;
}

export type Untestable = 'wildcard' | 'address-range' | 'own-name' | 'inside-azure' | 'no-test';

export interface Selection {
  targets: Target[];
  untestable: { row: Row; why: Untestable }[];
}

export interface Wish {
  /** Empty means everything. */
  purposes: readonly string[];
  cloud: Cloud;
  /** Null means every region. */
  region: string | null;
}

const ntpPort = 123;

/** What every managed device needs every day, whatever else it is used for. */
const everyday = ['entra-join', 'hybrid-join', 'prt', 'mdm-enrol', 'whfb'];

const whyNot = ({ host, concreteProbeHost, protocol, port }: Row): Untestable | null => {
  if (concreteProbeHost === null) {
    if (host.includes('/')) return 'address-range';
    return host.startsWith('{') ? 'own-name' : 'wildcard';
  }
  // The listed numbers are services of the virtual machine's own host; elsewhere somebody else has them.
  if (isIP(concreteProbeHost) !== 0) return 'inside-azure';
  // A datagram without a protocol of its own proves nothing, answered or not.
  return protocol === 'udp' && port !== ntpPort ? 'no-test' : null;
};

const wanted = (row: Row, { purposes, cloud, region }: Wish): boolean =>
  row.clouds.includes(cloud) &&
  (purposes.length === 0 || row.neededFor.some((one) => purposes.includes(one))) &&
  (region === null || row.region === null || row.region === region);

const targetOf = (row: Row, host: string, { purposes }: Wish): Target => ({
  id: row.id,
  host,
  port: row.port,
  protocol: row.protocol,
  service: row.service,
  neededFor: [...row.neededFor],
  scope: row.scope,
  inspectionForbidden: row.sslInspection === 'forbidden',
  optional: /^optional\b/i.test(row.purpose),
  essential: purposes.length > 0 || row.neededFor.some((one) => everyday.includes(one)),
  standsFor: host === row.host ? null : row.host,
  source: row.source,
});

const join = (one: Target, other: Target): Target => ({
  ...one,
  neededFor: [...new Set([...one.neededFor, ...other.neededFor])],
  scope: one.scope === 'device' || other.scope === 'device' ? 'device' : 'user',
  inspectionForbidden: one.inspectionForbidden || other.inspectionForbidden,
  optional: one.optional && other.optional,
  essential: one.essential || other.essential,
});

/** What to test for a wish, every real place once, and what cannot be tested, with the reason. */
export const select = (rows: readonly Row[], wish: Wish): Selection => {
  const targets = new Map<string, Target>();
  const untestable: Selection['untestable'] = [];
  for (const row of rows.filter((one) => wanted(one, wish))) {
    const why = whyNot(row);
    if (why !== null || row.concreteProbeHost === null) {
      untestable.push({ row, why: why ?? 'wildcard' });
      continue;
    }
    const host = row.concreteProbeHost.toLowerCase();
    const key = `${host}:${String(row.port)}/${row.protocol}`;
    const known = targets.get(key);
    const target = targetOf(row, host, wish);
    targets.set(key, known ? join(known, target) : target);
  }
  return { targets: [...targets.values()], untestable };
};

export const purposesOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap(({ neededFor }) => neededFor))].sort();

export const loadEndpoints = async (): Promise<readonly Row[]> => {
  const { default: rows } = await import('../../../resources/catalogue/endpoints.json');
  return rows as Row[];
};
