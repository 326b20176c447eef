import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Fetch } from '../fetch';
import type { Circumstances } from './failures';

export interface Network {
  client: INetworkModule;
  /** What the last questions taught us about the way to the authority. */
  circumstances(): Circumstances;
}

const patienceMs = 30_000;

const troubleOf = (error: unknown): string => {
  const seen: string[] = [];
  for (let one: unknown = error; one instanceof Error && seen.length < 4; one = one.cause)
    seen.push(String((one as NodeJS.ErrnoException).code ?? ''), one.message);
  return seen.join(' ');
};

/** The sign-in library over the network of the door we came through. */
export const createNetwork = (fetch: Fetch, now: () => number = Date.now): Network => {
  const circumstances: Circumstances = { trouble: null, skewMs: null };
  const send = async <T>(
    method: string,
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
    timeout = patienceMs,
  ): Promise<NetworkResponse<T>> => {
    try {
      const answer = await fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(timeout),
      });
      const said: Record<string, string> = {};
      answer.headers.forEach((value, name) => {
        said[name] = value;
      });
      const date = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(date)) circumstances.skewMs = date - now();
      const parsed = JSON.parse(await answer.text()) as T;
      circumstances.trouble = null;
      return { status: answer.status, headers: said, body: parsed };
    } catch (error) {
      circumstances.trouble = troubleOf(error);
      throw error;
    }
  };
  return {
    client: {
      sendGetRequestAsync: (url, options, timeout) => send('GET', url, options, timeout),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    circumstances: () => ({ ...circumstances }),
  };
};
