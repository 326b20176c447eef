import type { Server } from 'node:http';
import { loopback } from './address';
import { DoorError, type DoorFault } from './door-error';

const faults: Readonly<Record<string, DoorFault>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-denied',
};

const faultOf = (error: NodeJS.ErrnoException): Error => {
  const code = faults[error.code ?? ''];
  return code === undefined ? error : new DoorError(code);
};

/** Loopback only, and only this port: with a taken one the user hears of it instead of finding another. */
export const listen = (server: Server, port: number): Promise<number> => {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new DoorError('port-wrong');
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(faultOf(error));
    });
    server.listen({ host: loopback, port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
};
