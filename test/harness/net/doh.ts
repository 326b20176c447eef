import { createSocket } from 'node:dgram';
import type { Spot } from '../../../main/network/wire';
import { authority } from './authority';
import type { Listener } from './listeners';
import { answerFrom, type Zone } from './name-server';
import { site } from './web';

type Answering = (query: Buffer) => Promise<Buffer | null>;

/** Knows one zone, as a public service knows the world. */
export const fromZone =
  (zone: Zone): Answering =>
  (query) =>
    Promise.resolve(answerFrom(zone, query, 65_535));

/** Hands every question on to a real name server, and its real answer back. */
export const fromServer =
  ({ address, port }: Spot): Answering =>
  (query) =>
    new Promise((resolve) => {
      const socket = createSocket('udp4');
      const end = (answer: Buffer | null) => {
        clearTimeout(patience);
        socket.close();
        resolve(answer);
      };
      const patience = setTimeout(() => end(null), 5000);
      socket.once('message', (answer) => end(answer));
      socket.once('error', () => end(null));
      socket.send(query, port, address);
    });

export interface HttpsNameServer extends Listener {
  /** As the settings of Windows name it. */
  template: string;
  asked: string[];
}

/** A name server over HTTPS (RFC 8484), with a certificate of the test's own authority. */
export const httpsNameServer = async (answer: Answering): Promise<HttpsNameServer> => {
  const asked: string[] = [];
  const identity = authority('Harness').issue(['dns.harness.test']);
  const listener = await site((request, response) => {
    asked.push(`${request.method ?? ''} ${request.headers.accept ?? ''}`);
    const query = new URL(request.url ?? '/', 'https://x').searchParams.get('dns');
    if (query === null || request.headers.accept !== 'application/dns-message') {
      response.writeHead(400).end();
      return;
    }
    void answer(Buffer.from(query, 'base64url')).then((said) => {
      if (said === null) response.writeHead(502).end();
      else response.writeHead(200, { 'content-type': 'application/dns-message' }).end(said);
    });
  }, identity);
  return {
    ...listener,
    asked,
    template: `https://dns.harness.test:${String(listener.spot.port)}/dns-query{?dns}`,
  };
};
