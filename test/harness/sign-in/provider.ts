import { generateKeyPairSync } from 'node:crypto';
import { Provider, type Configuration, type JWK } from 'oidc-provider';

export const clientId = '11111111-2222-4333-8444-555555555555';

export interface Person {
  oid: string;
  tid: string;
  name: string;
}

export interface ProviderWishes {
  issuer: string;
  tenant: string;
  /** Every scope that can be consented to, as it is asked for. */
  scopes: readonly string[];
  /** By login name; who is not listed still gets in, as somebody of the same tenant. */
  people: Readonly<Record<string, Person>>;
  /** Seconds an access token lives; read each time one is made. */
  accessSeconds(): number;
  deviceSeconds(): number;
}

/** One key for all authorities of a test run: making it is slower than all the rest together. */
let key: JWK | null = null;
const signingKey = (): JWK =>
  (key ??= {
    ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      format: 'jwk',
    }) as JWK),
    use: 'sig',
    alg: 'RS256',
    kid: 'test',
  });

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** The certified provider, shaped where MSAL in OIDC mode expects the habits of Entra. */
export const createProvider = (wishes: ProviderWishes): Provider => {
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token', deviceGrant],
        response_types: ['code'],
        // A native client may come back to any port of this machine.
        redirect_uris: ['http://localhost'],
      },
    ],
    jwks: { keys: [signingKey()] },
    scopes: ['openid', 'profile', 'offline_access', ...wishes.scopes],
    claims: { profile: ['name', 'preferred_username', 'oid', 'tid'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
    },
    // Entra's place for it: MSAL makes the address from that of the token endpoint.
    routes: { device_authorization: '/devicecode' },
    ttl: {
      AccessToken: () => wishes.accessSeconds(),
      DeviceCode: () => wishes.deviceSeconds(),
      RefreshToken: 86_400,
      IdToken: 3600,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    // Entra gives a refresh token whenever offline_access is among the scopes.
    issueRefreshToken: () => Promise.resolve(true),
    // It takes an older one as well: several questions may renew at once.
    rotateRefreshToken: false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const person = wishes.people[id] ?? { oid: `oid-${id}`, tid: wishes.tenant, name: id };
        return { sub: id, preferred_username: id, ...person };
      },
    }),
  };
  const provider = new Provider(wishes.issuer, configuration);
  provider.proxy = true;
  return provider;
};
