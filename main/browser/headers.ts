import { contentSecurityPolicy, permissionsPolicy } from '../ipc/csp';

/** On every answer, refusals included. */
export const securityHeaders = (nonce: string): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy({ nonce, connect: 'self' }),
  'Permissions-Policy': permissionsPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
});
