import type { StoredCredential } from '../facts/on-premises';
import type { Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';
import { deviceSources } from './device-sources';
import { deadDrives, serverOf } from './drives';
import { fact } from './evidence';
import { onVerifiedNetwork, verifiedProof } from './expected';

const about = {
  link: 'file-server',
  severity: 'notice',
  certainty: 'likely',
  owner: 'network',
  guide: null,
  source: deviceSources.printers,
  explains: [],
} as const;

const host = (name: string): string => name.replace(/^\\+/, '').toLowerCase();
const sameHost = (one: string, other: string): boolean =>
  host(one) !== '' && (host(one) === host(other) || host(one).split('.')[0] === host(other));

const credentialsFor = (snapshot: Snapshot, servers: readonly string[]): StoredCredential[] =>
  (valueOf(snapshot, 'stored-credentials')?.credentials ?? []).filter(
    ({ kind, target }) =>
      kind === 'domain' &&
      servers.some((server) => sameHost(server, target) || sameHost(target, server)),
  );

/** Network printers by server, where more than one printer shows that it is the server. */
const offlineServers = (snapshot: Snapshot): { server: string; count: number }[] => {
  const network = (valueOf(snapshot, 'printers')?.printers ?? []).filter(
    ({ server }) => server !== null,
  );
  const names = new Set(network.map(({ server }) => host(server ?? '')));
  return [...names].flatMap((server) => {
    const own = network.filter((printer) => host(printer.server ?? '') === server);
    return own.length > 1 && own.every(({ offline }) => offline === true)
      ? [{ server, count: own.length }]
      : [];
  });
};

export const printerAndCredentialRules: readonly Rule[] = [
  {
    ...about,
    id: 'printers-of-server-offline',
    when: (snapshot) => {
      const [first] = offlineServers(snapshot);
      if (!first) return null;
      return {
        severity: onVerifiedNetwork(snapshot) ? 'attention' : 'notice',
        evidence: [
          fact('printers', first.server, `${String(first.count)} offline`),
          ...verifiedProof(snapshot),
        ],
        values: { server: first.server, count: first.count },
      };
    },
  },
  {
    // The list of printers hangs when a print server is dead; a busy PC looks the same.
    ...about,
    id: 'printer-list-silent',
    certainty: 'possible',
    when: (snapshot) => {
      const printers = valueOf(snapshot, 'printers');
      const [first] = printers?.connections ?? [];
      if (printers?.printers !== null || !first) return null;
      return {
        evidence: printers.connections.map(({ server, share }) => fact('printers', server, share)),
        values: { server: first.server },
      };
    },
  },
  {
    ...about,
    id: 'stored-password-for-dead-drive',
    owner: 'user',
    source: deviceSources.credentials,
    explains: ['stored-password-for-server', 'drives-unreachable'],
    when: (snapshot) => {
      const servers = deadDrives(snapshot).map(({ path }) => serverOf(path));
      const [first] = credentialsFor(snapshot, servers);
      if (!first || !onVerifiedNetwork(snapshot)) return null;
      return {
        severity: 'attention',
        evidence: [
          fact('stored-credentials', first.kind, first.target),
          ...deadDrives(snapshot).map(({ path, status }) => fact('mapped-drives', path, status)),
          ...verifiedProof(snapshot),
        ],
        values: { server: first.target },
      };
    },
  },
  {
    ...about,
    id: 'stored-password-for-server',
    certainty: 'possible',
    owner: 'user',
    source: deviceSources.credentials,
    when: (snapshot) => {
      const drives = valueOf(snapshot, 'mapped-drives')?.remembered ?? [];
      const controller = valueOf(snapshot, 'domain-controller')?.found?.host;
      const servers = [
        ...drives.map(({ letter, path }) => ({
          name: serverOf(path),
          proof: fact('mapped-drives', letter, path),
        })),
        ...(controller
          ? [{ name: controller, proof: fact('domain-controller', 'host', controller) }]
          : []),
      ].filter(({ name }) => credentialsFor(snapshot, [name]).length > 0);
      const kept = credentialsFor(
        snapshot,
        servers.map(({ name }) => name),
      );
      if (kept.length === 0) return null;
      return {
        evidence: [
          ...kept.map(({ kind, target }) => fact('stored-credentials', kind, target)),
          ...servers.map(({ proof }) => proof),
        ],
        values: { server: kept[0]?.target ?? '', count: kept.length },
      };
    },
  },
];
