import { describe, expect, it, vi } from 'vitest';
import { createAccess } from '../../main/browser/access';
import { newSecret, sameSecret } from '../../main/browser/secret';

const make = (now = () => 0) => createAccess({ port: 4000, ticketMs: 1000, now });
const cookieOf = (access: ReturnType<typeof make>): string => {
  const redeemed = access.redeem(access.ticket);
  return redeemed.kind === 'opened' ? (redeemed.cookie.split(';')[0] ?? '') : '';
};

describe('secrets', () => {
  it('have 256 bits and never repeat', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('are compared whole, also when the lengths differ', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'ab')).toBe(false);
    expect(sameSecret('', 'abc')).toBe(false);
  });
});

describe('the ticket', () => {
  it('opens once', () => {
    const access = make();
    expect(access.redeem(access.ticket).kind).toBe('opened');
    expect(access.redeem(access.ticket)).toEqual({ kind: 'refused', code: 'ticket-used' });
  });

  it.each(['', 'x', newSecret()])('is not guessed: %s', (guess) => {
    expect(make().redeem(guess)).toEqual({ kind: 'refused', code: 'ticket-wrong' });
  });

  it('is not used up by a wrong guess', () => {
    const access = make();
    access.redeem('x');
    expect(access.redeem(access.ticket).kind).toBe('opened');
  });

  it('expires', () => {
    const now = vi.fn(() => 0);
    const access = make(now);
    now.mockReturnValue(1000);
    expect(access.redeem(access.ticket)).toEqual({ kind: 'refused', code: 'ticket-expired' });
  });
});

describe('the session', () => {
  it('is a cookie that scripts cannot read and other sites do not send', () => {
    const access = make();
    const redeemed = access.redeem(access.ticket);
    expect(redeemed).toEqual({
      kind: 'opened',
      cookie: expect.stringMatching(
        /^fieldkit-4000=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u,
      ) as string,
    });
  });

  it('is not the ticket', () => {
    const access = make();
    expect(cookieOf(access)).not.toContain(access.ticket);
  });

  it('is found among other cookies, and nothing else is taken for it', () => {
    const access = make();
    const cookie = cookieOf(access);
    expect(access.admits(cookie)).toBe(true);
    expect(access.admits(`a=b; ${cookie}; c=d`)).toBe(true);
    expect(access.admits(cookie.slice(0, -1))).toBe(false);
    expect(access.admits(`x${cookie}`)).toBe(false);
    expect(access.admits('fieldkit-4000=')).toBe(false);
    expect(access.admits(`fieldkit-4000=${access.ticket}`)).toBe(false);
    expect(access.admits(undefined)).toBe(false);
  });
});
