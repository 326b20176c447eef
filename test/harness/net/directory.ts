import { Constructed, Enumerated, Integer, OctetString, Sequence, Set as BerSet } from 'asn1js';
import { type Listener, tcp, udp, type Where } from './listeners';

const octets = (value: string | Uint8Array) =>
  new OctetString({ valueHex: new Uint8Array(Buffer.from(value)).buffer });

const message = (id: number, number: number, value: (OctetString | Sequence | Enumerated)[]) =>
  Buffer.from(
    new Sequence({
      value: [
        new Integer({ value: id }),
        new Constructed({ idBlock: { tagClass: 2, tagNumber: number }, value }),
      ],
    }).toBER(),
  );

/** What a directory answers to a search: one entry with these attributes, then "done". */
export const searchAnswer = (
  attributes: Readonly<Record<string, string | Uint8Array>>,
  id = 1,
): Buffer =>
  Buffer.concat([
    message(id, 4, [
      octets(''),
      new Sequence({
        value: Object.entries(attributes).map(
          ([name, value]) =>
            new Sequence({ value: [octets(name), new BerSet({ value: [octets(value)] })] }),
        ),
      }),
    ]),
    message(id, 5, [new Enumerated({ value: 0 }), octets(''), octets('')]),
  ]);

export const searchDone = (id = 1): Buffer =>
  message(id, 5, [new Enumerated({ value: 0 }), octets(''), octets('')]);

export interface Controller {
  opcode?: number;
  flags?: number;
  domain?: string;
  host?: string;
  dcSite?: string;
  clientSite?: string;
  nextClosest?: string;
}

const label = (name: string) =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .map((part) => Buffer.from(part))
      .map((part) => Buffer.concat([Buffer.from([part.length]), part])),
    Buffer.from([0]),
  ]);

/** PDC, GC, LDAP, DS, KDC, time, close, writable: an ordinary, near and willing one. */
export const ordinaryFlags = 0x1fd;

export const netlogonBytes = ({
  opcode = 23,
  flags = ordinaryFlags,
  domain = 'corp.test',
  host = `dc.${domain}`,
  dcSite = 'Office',
  clientSite = 'Office',
  nextClosest,
}: Controller = {}): Buffer => {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(opcode, 0);
  head.writeUInt32LE(flags, 4);
  head.fill(7, 8);
  const tail = Buffer.alloc(8, 0xff);
  tail.writeUInt32LE(nextClosest === undefined ? 5 : 0x15, 0);
  const names = [domain, domain, host, 'CORP', '\\\\DC', '', dcSite, clientSite];
  const more = nextClosest === undefined ? [] : [label(nextClosest)];
  return Buffer.concat([head, ...names.map(label), ...more, tail]);
};

/** A domain controller as far as its LDAP ping goes, over UDP and TCP on one port. */
export const pingable = async (
  controller: Controller,
  where: Where = {},
  delayMs = 0,
): Promise<Listener> => {
  const answer = searchAnswer({ netlogon: netlogonBytes(controller) });
  const later = (give: () => void) => {
    if (delayMs === 0) give();
    else setTimeout(give, delayMs);
  };
  const overTcp = await tcp((socket) => {
    socket.once('data', () => later(() => socket.write(answer)));
  }, where);
  let closed = false;
  const overUdp = await udp(
    (_packet, reply) =>
      later(() => {
        if (!closed) reply(answer);
      }),
    overTcp.spot,
  );
  return {
    spot: overUdp.spot,
    count: () => overUdp.count() + overTcp.count(),
    close: async () => {
      closed = true;
      await Promise.all([overTcp.close(), overUdp.close()]);
    },
  };
};
