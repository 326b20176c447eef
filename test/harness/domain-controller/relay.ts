import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { closedPort, type Listener, Opened, tcp, udp } from '../net/listeners';

const tcpPorts = [53, 88, 135, 389, 445, 464, 636, 3268];
const udpPorts = [88, 389];

/** LOGON_SAM_LOGON_RESPONSE_EX and LOGON_SAM_PAUSE_RESPONSE_EX, as they begin the answer to a ping (MS-ADTS 6.3.1.9). */
const opcodes = { answering: Buffer.of(23, 0, 0, 0), paused: 24 } as const;

/** The real answer with one byte of it changed: what a controller with a paused Netlogon service sends. */
export const asPaused = (packet: Buffer): Buffer => {
  const attribute = packet.indexOf('etlogon', 0, 'latin1');
  const opcode = attribute < 0 ? -1 : packet.indexOf(opcodes.answering, attribute);
  if (opcode < 0) return packet;
  const altered = Buffer.from(packet);
  altered[opcode] = opcodes.paused;
  return altered;
};

export interface Relay {
  address: string;
  close(): Promise<void>;
}

/**
 * A second address of a controller. Samba cannot pause its Netlogon service, so what it really says goes
 * through here, over real sockets on the real ports, and `alter` may change its answers.
 */
export const relayTo = async (
  controller: string,
  alter: (packet: Buffer) => Buffer = (packet) => packet,
): Promise<Relay> => {
  const { address } = await closedPort();
  const opened = new Opened();
  const throughTcp = (port: number): Promise<Listener> =>
    tcp(
      (client) => {
        const server = connect(port, controller);
        server.on('data', (bytes) => client.write(port === 389 ? alter(bytes) : bytes));
        client.pipe(server);
        server.on('end', () => client.end());
        server.on('error', () => client.destroy());
        client.on('close', () => server.destroy());
      },
      { address, port },
    );
  const throughUdp = (port: number): Promise<Listener> =>
    udp(
      (question, reply) => {
        const server = createSocket('udp4');
        const done = setTimeout(() => server.close(), 5000).unref();
        server.on('error', () => undefined);
        server.once('message', (answer) => {
          clearTimeout(done);
          reply(port === 389 ? alter(answer) : answer);
          server.close();
        });
        server.send(question, port, controller);
      },
      { address, port },
    );
  try {
    for (const port of tcpPorts) await opened.add(throughTcp(port));
    for (const port of udpPorts) await opened.add(throughUdp(port));
  } catch (error) {
    await opened.close();
    throw error;
  }
  return { address, close: () => opened.close() };
};
