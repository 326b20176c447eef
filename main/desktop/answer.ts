import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, permissionsPolicy, withNonce } from '../ipc/csp';
import type { BuiltFile } from './built-files';
import { isOurs } from './origin';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Cache-Control': 'no-store',
};

/** Only an address that is already in its plainest form can name a file; a trick is not untangled. */
export const findBuiltFile = (
  files: ReadonlyMap<string, BuiltFile>,
  method: string,
  address: string,
): BuiltFile | null => {
  if (method !== 'GET' || !isOurs(address)) return null;
  const url = new URL(address);
  if (url.href !== address || url.search !== '' || url.hash !== '') return null;
  return files.get(url.pathname) ?? null;
};

/** Each document has its own nonce: one that leaks is worth nothing in the next. */
export const answerWith =
  (files: ReadonlyMap<string, BuiltFile>, nonce = () => randomBytes(18).toString('base64')) =>
  async (request: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    const fresh = nonce();
    const policy = contentSecurityPolicy({ nonce: fresh, connect: 'none' });
    const headers = { ...always, 'Content-Security-Policy': policy };
    const file = findBuiltFile(files, request.method, request.url);
    if (file === null) return new Response(null, { status: 404, headers });
    const bytes = await readFile(file.path);
    const body = file.type.startsWith('text/html')
      ? withNonce(bytes.toString('utf8'), fresh)
      : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, 'Content-Type': file.type } });
  };
