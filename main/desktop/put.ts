import { net, type ClientRequest, type ClientRequestConstructorOptions } from 'electron';
import type { PutAnswer, PutTransport } from '../sending/put';

const lookEveryMs = 250;

const first = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null;

/**
 * The window's network for what is sent: this PC's proxy and the roots it trusts, as Windows has them. A redirect is
 * told and never followed; no cookie, no sign-in and nothing kept goes along.
 */
export const netTransport =
  (
    make: (options: ClientRequestConstructorOptions) => ClientRequest = (options) =>
      net.request(options),
  ): PutTransport =>
  ({ method, url, headers, body, gone, idleMs, signal }) =>
    new Promise<PutAnswer>((resolve, reject) => {
      const asked = make({
        method,
        url,
        headers,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      let moved = Date.now();
      let told = 0;
      const watch = setInterval(() => {
        const { current } = asked.getUploadProgress();
        if (current > told) {
          told = current;
          moved = Date.now();
          gone(told);
        }
        if (Date.now() - moved >= idleMs)
          end(Object.assign(new Error('idle'), { code: 'ETIMEDOUT' }));
      }, lookEveryMs);
      const stop = () => {
        clearInterval(watch);
        signal.removeEventListener('abort', cancel);
      };
      const end = (error: Error) => {
        stop();
        reject(error);
        asked.abort();
      };
      const cancel = () => {
        end(Object.assign(new Error('cancelled'), { code: 'ABORT_ERR' }));
      };
      const answer = (status: number, header: PutAnswer['header']) => {
        stop();
        resolve({ status, header });
        asked.abort();
      };
      signal.addEventListener('abort', cancel, { once: true });
      asked.on('error', end);
      asked.on('redirect', (status) => {
        answer(status, () => null);
      });
      asked.on('response', ({ statusCode, headers: said }) => {
        answer(statusCode, (name) => first(said[name]));
      });
      if (signal.aborted) {
        cancel();
        return;
      }
      if (body === null) asked.end();
      else asked.end(Buffer.from(body));
    });
