/**
 * The network as a door has it: Electron's own in the window, which knows the system's proxy and certificates,
 * Node's elsewhere.
 */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

export interface Fetched {
  status: number;
  headers: Pick<Headers, 'get' | 'forEach'> & Partial<Pick<Headers, 'getSetCookie'>>;
  text(): Promise<string>;
}

export type Fetch = (url: string, init: FetchInit) => Promise<Fetched>;
