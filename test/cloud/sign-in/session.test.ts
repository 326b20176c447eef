import { describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { authority } from '../../harness/net/authority';
import { tenant } from '../../harness/sign-in';
import { fetchTrusting } from '../../harness/sign-in/fetch';
import { signInAs } from '../../harness/sign-in/person';
import { memoryVault, newWorld, until, untilState } from './kit';

const me = ['User.Read'];
const refreshes = (seen: { asked: URLSearchParams }[]) =>
  seen.filter(({ asked }) => asked.get('grant_type') === 'refresh_token').length;

describe('signing in with the system browser', () => {
  it('signs in, and shows whose it is without any token', async () => {
    const { signIn, states } = await newWorld();
    const token = await signIn.start('best', me);
    expect(token.ok).toBe(true);
    const state = await signIn.state();
    expect(state).toEqual({
      kind: 'signed-in',
      account: { name: 'jane', userName: 'jane', tenant },
      kept: 'memory',
      needs: null,
    });
    expect(token.ok && JSON.stringify(states).includes(token.value)).toBe(false);
    expect(states.map(({ kind }) => kind)).toEqual(['waiting', 'signed-in']);
  });

  it('asks with a challenge of its own, comes back to this machine, and to no other address', async () => {
    const { signIn, opened } = await newWorld();
    await signIn.start('best', me);
    const asked = new URL(opened[0]!).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
    expect(asked.get('response_mode')).toBe('form_post');
    expect(asked.get('scope')?.split(' ')).toContain('https://graph.test/User.Read');
    expect(asked.get('scope')).not.toContain('Device.Read.All');
  });

  it('renews silently when the token has ended, without a browser', async () => {
    const { signIn, authority, opened } = await newWorld();
    authority.accessSeconds(1);
    const first = await signIn.start('best', me);
    authority.accessSeconds(3600);
    const second = await signIn.token({ permissions: me });
    expect(second.ok).toBe(true);
    expect(second).not.toEqual(first);
    expect(refreshes(authority.seen)).toBe(1);
    expect(opened).toHaveLength(1);
  });

  it('takes the token it has while it lasts', async () => {
    const { signIn, authority } = await newWorld();
    const first = await signIn.start('best', me);
    expect(await signIn.token({ permissions: me })).toEqual(first);
    expect(refreshes(authority.seen)).toBe(0);
  });

  it('asks again when a token that still looks good was refused', async () => {
    const { signIn } = await newWorld();
    const first = await signIn.start('best', me);
    const second = await signIn.token({ permissions: me, renew: true });
    expect(second.ok && first.ok && second.value !== first.value).toBe(true);
  });

  it('asks for more only when it is needed, and only where a person waits for it', async () => {
    const { signIn, opened } = await newWorld();
    await signIn.start('best', me);
    const quiet = await signIn.token({ permissions: ['Device.Read.All'] });
    expect(quiet).toMatchObject({ ok: false });
    expect(opened).toHaveLength(1);
    expect(await signIn.state()).toMatchObject({ kind: 'signed-in', needs: { ok: false } });
    const wanted = await signIn.token({ permissions: ['Device.Read.All'], interactive: true });
    expect(wanted.ok).toBe(true);
    expect(opened).toHaveLength(2);
    expect(await signIn.state()).toMatchObject({ kind: 'signed-in', needs: null });
  });

  it('signs out: nothing is kept, and no token can be had', async () => {
    const { kept, vault } = memoryVault();
    const { make } = await newWorld();
    const signIn = make({ vault });
    await signIn.start('best', me);
    expect(kept.text).not.toBeNull();
    await signIn.signOut();
    expect(kept.text).toBeNull();
    expect(await signIn.state()).toEqual({ kind: 'signed-out', why: null });
    expect(await signIn.token({ permissions: me })).toMatchObject({ code: 'needs-sign-in' });
  });

  it('is still signed in after a restart where the door can keep it, and not where it cannot', async () => {
    const { vault } = memoryVault();
    const { make, opened } = await newWorld();
    await make({ vault }).start('best', me);
    const later = make({ vault });
    expect(await later.state()).toMatchObject({ kind: 'signed-in', kept: 'encrypted' });
    expect((await later.token({ permissions: me })).ok).toBe(true);
    expect(await make().state()).toEqual({ kind: 'signed-out', why: null });
    expect(opened).toHaveLength(1);
  });
});

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('what can go wrong at the browser', () => {
  it('says declined when the person refuses', async () => {
    const { signIn } = await newWorld({ person: { login: 'jane', refuses: true } });
    expect(await signIn.start('best', me)).toMatchObject({ ok: false, code: 'declined' });
    expect(await signIn.state()).toMatchObject({ kind: 'signed-out', why: { code: 'declined' } });
  });

  it('can be cancelled, and then again be started', async () => {
    const { signIn, states, person } = await newWorld({ person: null });
    const first = signIn.start('best', me);
    await untilState(states, 'waiting');
    expect(signIn.cancel()).toBe(true);
    expect(await first).toMatchObject({ code: 'cancelled' });
    person.now = { login: 'jane' };
    expect((await signIn.start('best', me)).ok).toBe(true);
  });

  it('frees its address on this machine when it is cancelled', async () => {
    const { signIn, states, opened } = await newWorld({ person: null });
    const first = signIn.start('best', me);
    await untilState(states, 'waiting');
    const port = Number(new URL(new URL(opened[0]!).searchParams.get('redirect_uri')!).port);
    signIn.cancel();
    await first;
    await expect.poll(() => listens(port)).toBe(false);
  });

  it('gives up after a while', async () => {
    const { signIn } = await newWorld({ person: null, patienceMs: 50 });
    expect(await signIn.start('best', me)).toMatchObject({ code: 'timed-out' });
  });

  it('starts one at a time', async () => {
    const { signIn, states } = await newWorld({ person: null });
    const first = signIn.start('best', me);
    await untilState(states, 'waiting');
    expect(await signIn.start('best', me)).toMatchObject({ code: 'busy' });
    signIn.cancel();
    await first;
  });

  it('shows the address where no browser could be opened, and goes on when it is opened by hand', async () => {
    const { make, states, browser } = await newWorld();
    const signIn = make({ openBrowser: () => Promise.resolve(false) });
    const signedIn = signIn.start('best', me);
    const waiting = await untilState(states, 'waiting');
    if (waiting.how !== 'browser') throw new Error('another way');
    expect(waiting.opened).toBe(false);
    await browser(waiting.address, { login: 'jane' });
    expect((await signedIn).ok).toBe(true);
  });

  it('is not disturbed by a tab of an earlier try', async () => {
    const { signIn, opened, person, visits, fetch } = await newWorld({ person: null });
    const first = signIn.start('best', me);
    await until(() => opened.length === 1);
    signIn.cancel();
    await first;
    const second = signIn.start('best', me);
    await until(() => opened.length === 2);
    const old = new URL(opened[0]!).searchParams.get('state')!;
    const target = new URL(opened[1]!).searchParams.get('redirect_uri')!;
    const stray = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code: 'stray', state: old }).toString(),
    });
    expect(stray.status).toBe(400);
    person.now = { login: 'jane' };
    visits.push(signInAs(fetch)(opened[1]!, person.now));
    expect((await second).ok).toBe(true);
  });

  it('ignores a second tab of the same try once the first has signed in', async () => {
    const { signIn, opened, fetch } = await newWorld();
    expect((await signIn.start('best', me)).ok).toBe(true);
    const late = await signInAs(fetch)(opened[0]!, { login: 'other' }).catch(() => 'gone');
    expect(late).toBe('gone');
    expect(await signIn.state()).toMatchObject({ account: { userName: 'jane' } });
  });

  it('refuses another account than the one that is signed in, and keeps nothing of it', async () => {
    const { signIn, person, fetch, opened } = await newWorld();
    await signIn.start('best', me);
    person.now = null;
    const wanted = signIn.token({ permissions: ['Device.Read.All'], interactive: true });
    await until(() => opened.length === 2);
    await signInAs(fetch)(opened[1]!, { login: 'stranger' });
    expect(await wanted).toMatchObject({ code: 'other-account' });
    expect(await signIn.state()).toMatchObject({ account: { userName: 'jane' } });
    expect(await signIn.token({ permissions: ['Device.Read.All'] })).toMatchObject({ ok: false });
  });

  it('refuses an account of another organisation', async () => {
    const { signIn } = await newWorld({
      wishes: {
        people: {
          eve: { oid: 'oid-eve', tid: '00000000-0000-4000-8000-000000000000', name: 'Eve' },
        },
      },
      person: { login: 'eve' },
    });
    expect(await signIn.start('best', me)).toMatchObject({ code: 'other-tenant' });
    expect(await signIn.state()).toMatchObject({ kind: 'signed-out' });
  });
});

describe('what the authority can answer later', () => {
  it('says that a new sign-in is needed when all sessions were revoked, and opens nothing by itself', async () => {
    const { signIn, authority, opened } = await newWorld();
    await signIn.start('best', me);
    await authority.revokeAll();
    const token = await signIn.token({ permissions: me, renew: true });
    expect(token).toEqual({ ok: false, code: 'needs-sign-in', authorityCode: 'AADSTS50173' });
    expect(opened).toHaveLength(1);
    expect(await signIn.state()).toMatchObject({ needs: { code: 'needs-sign-in' } });
    expect((await signIn.start('best', me)).ok).toBe(true);
    expect(await signIn.state()).toMatchObject({ needs: null });
  });

  it('hands on what a claims challenge demands, and asks a person when the authority does', async () => {
    const { signIn, authority, opened } = await newWorld();
    await signIn.start('best', me);
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    authority.stage(({ asked }) =>
      asked.get('grant_type') === 'refresh_token'
        ? {
            status: 400,
            body: {
              error: 'interaction_required',
              suberror: 'basic_action',
              error_description: 'AADSTS50076: You must use multi-factor authentication.',
            },
          }
        : null,
    );
    const quiet = await signIn.token({ permissions: me, claims });
    expect(quiet).toEqual({ ok: false, code: 'needs-confirmation', authorityCode: 'AADSTS50076' });
    expect(opened).toHaveLength(1);
    expect((await signIn.token({ permissions: me, claims, interactive: true })).ok).toBe(true);
    expect(opened).toHaveLength(2);
    const asked = JSON.parse(new URL(opened[1]!).searchParams.get('claims')!) as object;
    expect(asked).toMatchObject({ access_token: { acrs: { essential: true, value: 'c1' } } });
  });

  it.each([
    [{ error: 'access_denied', error_description: 'AADSTS53003: blocked' }, 'blocked-by-policy'],
    [
      { error: 'invalid_client', error_description: 'AADSTS700016: not found' },
      'registration-wrong',
    ],
    [{ error: 'invalid_grant', error_description: 'AADSTS65001: consent' }, 'needs-consent'],
    [{ error: 'invalid_grant', error_description: 'AADSTS90094: admin' }, 'needs-admin-consent'],
    [{ error: 'invalid_grant', error_description: 'no number' }, 'needs-sign-in'],
    [{ error: 'never_heard', error_description: 'AADSTS123456: new' }, 'refused'],
  ])('reads %j as %s', async (body, code) => {
    const { signIn, authority } = await newWorld();
    await signIn.start('best', me);
    authority.stage(({ path }) => (path === '/token' ? { status: 400, body } : null));
    expect(await signIn.token({ permissions: me, renew: true })).toMatchObject({ code });
  });

  it('opens nothing on an outage, even where a person waits', async () => {
    const { signIn, authority, opened } = await newWorld();
    await signIn.start('best', me);
    await authority.close();
    const token = await signIn.token({ permissions: me, renew: true, interactive: true });
    expect(token).toMatchObject({ code: 'network' });
    expect(opened).toHaveLength(1);
  });

  it('still uses what it has during an outage', async () => {
    const { signIn, authority } = await newWorld();
    const first = await signIn.start('best', me);
    await authority.close();
    expect(await signIn.token({ permissions: me })).toEqual(first);
  });

  it('names the certificate when somebody in the way vouches for the server', async () => {
    const { make } = await newWorld();
    const signIn = make({ fetch: fetchTrusting(authority('Somebody else').root) });
    expect(await signIn.start('best', me)).toMatchObject({ code: 'certificate' });
  });

  it('names the clock when the certificate is not valid today', async () => {
    const day = 86_400_000;
    const { signIn } = await newWorld({ wishes: { valid: { from: 2 * day, to: 3 * day } } });
    expect(await signIn.start('best', me)).toMatchObject({ code: 'clock-wrong' });
  });

  it('names the clock when the authority lives in another hour and refuses', async () => {
    const { signIn, authority } = await newWorld();
    await signIn.start('best', me);
    authority.skew(3_600_000);
    await authority.revokeAll();
    authority.stage(({ path }) =>
      path === '/token' ? { status: 400, body: { error: 'invalid_grant' } } : null,
    );
    expect(await signIn.token({ permissions: me, renew: true })).toMatchObject({
      code: 'clock-wrong',
    });
  });

  it('says that the clock is wrong instead of asking for what would not help, until it is right', async () => {
    const { signIn, authority, opened } = await newWorld();
    authority.accessSeconds(1);
    await signIn.start('best', me);
    await signIn.token({ permissions: ['Device.Read.All'] });
    expect(await signIn.state()).toMatchObject({ needs: { code: 'needs-consent' } });
    authority.skew(3_600_000);
    authority.stage(({ path }) =>
      path === '/token' ? { status: 400, body: { error: 'invalid_grant' } } : null,
    );
    await signIn.token({ permissions: me });
    expect(await signIn.state()).toMatchObject({ needs: { code: 'clock-wrong' } });
    // Asked for by a person, and no page is opened that would lead nowhere.
    await signIn.token({ permissions: me, interactive: true });
    expect(await signIn.state()).toMatchObject({ needs: { code: 'clock-wrong' } });
    expect(opened).toHaveLength(1);
    authority.skew(0);
    authority.stage(null);
    expect(await signIn.token({ permissions: me })).toMatchObject({ ok: true });
    expect(await signIn.state()).toMatchObject({ needs: null });
  });

  it('leaves nothing behind of a question that failed after they signed out', async () => {
    const { signIn, authority } = await newWorld();
    await signIn.start('best', me);
    authority.stage(({ path }) =>
      path === '/token' ? { status: 400, body: { error: 'invalid_grant' } } : null,
    );
    const waiting = signIn.token({ permissions: me, renew: true });
    await signIn.signOut();
    expect(await waiting).toMatchObject({ ok: false });
    expect(await signIn.state()).toEqual({ kind: 'signed-out', why: null });
  });

  it('gives nobody a token that was under way when they signed out', async () => {
    const { signIn, authority } = await newWorld();
    await signIn.start('best', me);
    const waiting = signIn.token({ permissions: me, renew: true });
    await signIn.signOut();
    expect(await waiting).toMatchObject({ ok: false });
    expect(await signIn.state()).toEqual({ kind: 'signed-out', why: null });
    void authority;
  });
});

describe('signing in with a code on another device', () => {
  it('is refused unless the organisation allows it', async () => {
    const { signIn, authority } = await newWorld();
    expect(await signIn.start('device-code', me)).toMatchObject({ code: 'device-code-closed' });
    expect(authority.seen).toEqual([]);
  });

  it('shows the code, waits, and signs in', async () => {
    const { signIn, states, browser } = await newWorld({ settings: { deviceCode: true } });
    const signedIn = signIn.start('device-code', me);
    const waiting = await untilState(states, 'waiting');
    if (waiting.how !== 'device-code') throw new Error('another way');
    await browser(waiting.address, { login: 'jane', userCode: waiting.userCode });
    expect((await signedIn).ok).toBe(true);
    expect(await signIn.state()).toMatchObject({ account: { userName: 'jane' } });
  });

  it('can be cancelled', async () => {
    const { signIn, states } = await newWorld({ settings: { deviceCode: true } });
    const signedIn = signIn.start('device-code', me);
    await untilState(states, 'waiting');
    signIn.cancel();
    expect(await signedIn).toMatchObject({ code: 'cancelled' });
  });

  it('says so when the code has run out', async () => {
    const { signIn, authority } = await newWorld({ settings: { deviceCode: true } });
    authority.stage(({ asked }) =>
      asked.has('device_code') ? { status: 400, body: { error: 'expired_token' } } : null,
    );
    expect(await signIn.start('device-code', me)).toMatchObject({ code: 'timed-out' });
  });
});
