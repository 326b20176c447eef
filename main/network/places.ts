/** Resolvers of the big public services: they cannot know a company's own zone. */
const publicResolvers = new Set([
  '1.1.1.1',
  '1.0.0.1',
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '2606:4700:4700::1111',
  '2606:4700:4700::1001',
  '2001:4860:4860::8888',
  '2001:4860:4860::8844',
  '2620:fe::fe',
  '2620:119:35::35',
]);

const privateAddress =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/i;

/** A server without its port. */
export const bare = (server: string) =>
  server.startsWith('[')
    ? server.slice(1, server.indexOf(']'))
    : server.replace(/^([\d.]+):\d+$/, '$1');

/** Whether somebody who asks these servers can only be told what the whole world knows. */
export const asksPublicResolver = (servers: readonly string[]): boolean =>
  servers.some((server) => publicResolvers.has(bare(server)));

/** Whether names are asked over HTTPS: such servers are written as web addresses. */
export const asksOverHttps = (servers: readonly string[]): boolean =>
  servers.some((server) => server.startsWith('https://'));

/** Addresses that lead somewhere only inside a company or a home. */
export const isPrivate = (address: string): boolean => privateAddress.test(address);
