import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, withNonce } from '../../main/ipc/csp';

describe('content security policy', () => {
  it('is exactly this at the desktop door', () => {
    expect(contentSecurityPolicy({ nonce: 'N', connect: 'none' })).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('differs at the browser door in the socket only', () => {
    expect(contentSecurityPolicy({ nonce: 'N', connect: 'self' })).toBe(
      contentSecurityPolicy({ nonce: 'N', connect: 'none' }).replace(
        "connect-src 'none'",
        "connect-src 'self'",
      ),
    );
  });

  it('names no other place and allows nothing unsafe', () => {
    expect(contentSecurityPolicy({ nonce: 'N', connect: 'self' })).not.toMatch(/http|unsafe|\*/u);
  });

  it('fills the nonce into the page', () => {
    expect(withNonce('<meta name="csp-nonce" content="__NONCE__">', 'abc')).toBe(
      '<meta name="csp-nonce" content="abc">',
    );
  });
});
