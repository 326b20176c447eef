import type { Protocol } from 'electron';
import { scheme } from './origin';

/** Must run before Electron is ready; afterwards the call is ignored without a word. */
export const registerScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

export const serveScheme = (
  protocol: Pick<Protocol, 'handle'>,
  answer: (request: Request) => Promise<Response>,
): void => {
  protocol.handle(scheme, answer);
};
