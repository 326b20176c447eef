import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Fetch } from '../../../main/cloud/fetch';

/** The product's network with a root certificate of the test's own, and without following redirects. */
export const fetchTrusting =
  (root: string): Fetch =>
  (url, init) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const send = target.protocol === 'https:' ? secure : plain;
      const { signal, body, method, headers } = init;
      const asked = send(
        target,
        // `localhost` may mean either address here; the servers of a test listen on one.
        { method, headers, ca: root, family: 4, ...(signal ? { signal } : {}) },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const said = new Headers();
            for (const [name, value] of Object.entries(answer.headers))
              for (const one of [value ?? []].flat()) said.append(name, one);
            resolve({
              status: answer.statusCode ?? 0,
              headers: said,
              text: () => Promise.resolve(Buffer.concat(chunks).toString()),
            });
          });
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
