import type { IncomingHttpHeaders } from 'node:http';

/** The only interface this door is ever on. There is no setting for it. */
export const loopback = '127.0.0.1';

export const originOf = (port: number): string =>
  new URL(`http://${loopback}:${String(port)}`).origin;

export type AddressRefusal = 'host-wrong' | 'origin-wrong' | 'site-wrong';

/**
 * A name that an attacker's name server points at 127.0.0.1 reaches this server, but with the
 * attacker's name in Host. A page of theirs that asks directly shows itself in Origin.
 */
export const refuseAddress = (
  headers: IncomingHttpHeaders,
  origin: string,
  needsOrigin: boolean,
): AddressRefusal | null => {
  if (headers.host !== new URL(origin).host) return 'host-wrong';
  if (headers.origin === undefined ? needsOrigin : headers.origin !== origin) return 'origin-wrong';
  return isOwnSite(headers) ? null : 'site-wrong';
};

/** Another port of this device is the same site to a browser; only `same-origin` means us. */
const isOwnSite = (headers: IncomingHttpHeaders): boolean => {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link that was clicked elsewhere may lead here: it shows a page to its user and nothing to the other page.
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
};
