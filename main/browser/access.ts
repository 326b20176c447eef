import { newSecret, sameSecret } from './secret';

export type Redeemed =
  | { kind: 'opened'; cookie: string }
  | { kind: 'refused'; code: 'ticket-wrong' | 'ticket-used' | 'ticket-expired' };

export interface Access {
  /** Goes into the printed address; whoever brings it first gets the session. */
  readonly ticket: string;
  redeem(ticket: string): Redeemed;
  /** True when the request's cookies hold the session. */
  admits(cookies: string | undefined): boolean;
}

interface AccessOptions {
  port: number;
  ticketMs: number;
  now: () => number;
}

const refused = (code: 'ticket-wrong' | 'ticket-used' | 'ticket-expired'): Redeemed => ({
  kind: 'refused',
  code,
});

const cookieValues = (cookies: string, name: string): string[] =>
  cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.slice(name.length + 1));

/** One ticket, one session: every tab of that browser shares it, and nobody else gets a second one. */
export const createAccess = ({ port, ticketMs, now }: AccessOptions): Access => {
  const ticket = newSecret();
  const session = newSecret();
  const expiresAt = now() + ticketMs;
  let used = false;
  // Cookies know no ports: without it in the name, two doors on one device would sign each other out.
  const name = `fieldkit-${String(port)}`;
  return {
    ticket,
    redeem: (candidate) => {
      if (!sameSecret(candidate, ticket)) return refused('ticket-wrong');
      if (used) return refused('ticket-used');
      if (now() >= expiresAt) return refused('ticket-expired');
      used = true;
      return { kind: 'opened', cookie: `${name}=${session}; Path=/; HttpOnly; SameSite=Strict` };
    },
    // Before the ticket is used there is no session that anybody could hold.
    admits: (cookies = '') =>
      used && cookieValues(cookies, name).some((value) => sameSecret(value, session)),
  };
};
