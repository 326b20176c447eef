/** A proxy as the settings name it: never with a user or a password, which we would not send. */
export interface Proxy {
  host: string;
  port: number;
}

const usualPort = 8080;

/** `proxy.example:3128` or `http://user:secret@proxy.example:3128/`; null when it is neither. */
export const proxyFrom = (setting: string): Proxy | null => {
  const address = /^[a-z]+:\/\//i.test(setting) ? setting : `http://${setting}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'http:' || hostname === '') return null;
  // A URL forgets the port that is usual for it, which here is not the usual one.
  const said = port || /:(80)\/?$/.exec(setting)?.[1];
  return { host: hostname.replace(/^\[|\]$/g, ''), port: said ? Number(said) : usualPort };
};
