import { contentSecurityPolicy, permissionsPolicy } from '../ipc/csp';

/**
 * What the window's main process refuses, a browser refuses only to a sandboxed page: new windows, forms,
 * downloads, dialogs. What is named here is all that the page keeps.
 */
const sandbox = 'sandbox allow-scripts allow-same-origin';

/** On every answer, refusals included. */
export const securityHeaders = (nonce: string): Record<string, string> => ({
  'Content-Security-Policy': `${contentSecurityPolicy({ nonce, connect: 'self' })}; ${sandbox}`,
  'Permissions-Policy': permissionsPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
});
