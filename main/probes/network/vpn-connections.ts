import type { VpnConnections } from '../../core/facts/network';
import { ok } from '../../core/reading';
import type { Reading } from '../../core/reading';
import type { Source } from '../../os/port';
import type { Probe, Raws } from '../probe';
import { linesOf } from '../text/lines';
import { notUnderstood, textOf } from '../text/raw';

type Connections = VpnConnections['connections'];
type FileSource = Extract<Source, { kind: 'file' }>;

const book = (key: string, path: string): FileSource => ({
  key,
  rights: 'user',
  limitMs: 5_000,
  kind: 'file',
  path,
  maxBytes: 1_048_576,
});

/** The phone books behind the VPN page of Windows: section names and keys are never translated. */
const own = book(
  'file-vpn-user',
  '%USERPROFILE%\\AppData\\Roaming\\Microsoft\\Network\\Connections\\Pbk\\rasphone.pbk',
);
const shared = book(
  'file-vpn-machine',
  '%ProgramData%\\Microsoft\\Network\\Connections\\Pbk\\rasphone.pbk',
);

const connectionsIn = (text: string, scope: Connections[number]['scope']): Connections => {
  const found: Connections = [];
  for (const line of linesOf(text)) {
    const name = /^\[(.+)\]$/.exec(line.trim())?.[1];
    if (name !== undefined) found.push({ name, server: null, scope });
    const server = /^PhoneNumber=(.+)$/.exec(line.trim())?.[1];
    const last = found.at(-1);
    if (last && server !== undefined) last.server ??= server;
  }
  return found;
};

/** No such file means that no connection was ever made. */
const bookOf = (
  raws: Raws,
  source: FileSource,
  scope: Connections[number]['scope'],
): Reading<Connections> => {
  const told = textOf(raws, source.key);
  if (told.kind === 'ok') {
    const { text } = told.value;
    const connections = connectionsIn(text, scope);
    return connections.length > 0 || text.trim() === '' ? ok(connections) : notUnderstood(text);
  }
  return told.kind === 'unavailable' && told.why === 'absent' ? ok([]) : told;
};

export const vpnConnectionsProbe: Probe<'vpn-connections'> = {
  id: 'vpn-connections',
  on: ['win32'],
  reads: [own, shared],
  parse: (raws) => {
    const ofUser = bookOf(raws, own, 'user');
    const ofMachine = bookOf(raws, shared, 'machine');
    if (ofUser.kind !== 'ok') return ofUser;
    if (ofMachine.kind !== 'ok') return ofMachine;
    return ok({ connections: [...ofUser.value, ...ofMachine.value] });
  },
};
