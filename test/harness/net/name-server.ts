import { type Listener, tcp, udp, type Where } from './listeners';

export type Record =
  | { type: 'A'; address: string }
  /** Questions for IPv6 addresses get no answer at all, as some old name servers do it. */
  | { type: 'A-ONLY'; address: string }
  | { type: 'SRV'; target: string; port: number; priority?: number; weight?: number };

/** What a name gives: records, "no such name" when it is absent, or a fault. */
export type Zone = Map<string, Record[] | 'silent' | 'server-failure'>;

const types = { A: 1, 'A-ONLY': 1, SRV: 33 } as const;
const ipv6 = 28;
const codes = { fine: 0, 'server-failure': 2, 'no-such-name': 3 } as const;

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

const dataOf = (record: Record): Buffer => {
  if (record.type !== 'SRV') return Buffer.from(record.address.split('.').map(Number));
  const head = Buffer.alloc(6);
  head.writeUInt16BE(record.priority ?? 0, 0);
  head.writeUInt16BE(record.weight ?? 100, 2);
  head.writeUInt16BE(record.port, 4);
  return Buffer.concat([head, nameBytes(record.target)]);
};

const question = (packet: Buffer) => {
  const labels: string[] = [];
  let at = 12;
  for (let size = packet[at]!; size !== 0; size = packet[at]!) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { name: labels.join('.').toLowerCase(), type: packet.readUInt16BE(at + 1), end: at + 5 };
};

/** The answer to one query; null stands for silence. */
export const answerFrom = (zone: Zone, packet: Buffer, maxSize: number): Buffer | null => {
  const asked = question(packet);
  const found = zone.get(asked.name) ?? zone.get('*');
  if (found === 'silent') return null;
  const only = Array.isArray(found) && found.some(({ type }) => type === 'A-ONLY');
  if (only && asked.type === ipv6) return null;
  const code =
    found === undefined ? codes['no-such-name'] : found === 'server-failure' ? codes[found] : 0;
  const records = (Array.isArray(found) ? found : []).filter(
    (one) => types[one.type] === asked.type,
  );
  const answers = records.map((record) => {
    const data = dataOf(record);
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(types[record.type], 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(60, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  const build = (list: Buffer[], truncated: boolean) => {
    const head = Buffer.alloc(12);
    packet.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | code | (truncated ? 0x0200 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(list.length, 6);
    return Buffer.concat([head, packet.subarray(12, asked.end), ...list]);
  };
  const whole = build(answers, false);
  return whole.length <= maxSize ? whole : build([], true);
};

export interface NameServer extends Listener {
  zone: Zone;
}

/** A real name server in miniature: UDP with truncation, and TCP on the same port. */
export const nameServer = async (zone: Zone, where: Where = {}): Promise<NameServer> => {
  const overTcp = await tcp((socket) => {
    socket.once('data', (bytes) => {
      const answer = answerFrom(zone, Buffer.from(bytes).subarray(2), 65_535);
      if (!answer) return;
      const size = Buffer.alloc(2);
      size.writeUInt16BE(answer.length);
      socket.end(Buffer.concat([size, answer]));
    });
  }, where);
  const overUdp = await udp((packet, reply) => {
    const answer = answerFrom(zone, Buffer.from(packet), 512);
    if (answer) reply(answer);
  }, overTcp.spot);
  return {
    zone,
    spot: overUdp.spot,
    count: () => overUdp.count() + overTcp.count(),
    close: async () => {
      await Promise.all([overTcp.close(), overUdp.close()]);
    },
  };
};
