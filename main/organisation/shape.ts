import { z } from 'zod';
import { deviceKinds } from '../core/organisation';

/**
 * What an organisation may write. Everything is optional but its name; what is not known here is refused,
 * because a misspelt key would be a wish nobody hears. Messages are ids of words: `organisation.expected.<id>`.
 */
const text = (most: number) =>
  z
    .string()
    .min(1, 'text')
    .max(most, 'text')
    // No control characters, and none that turn the direction of what follows.
    .regex(/^(?! )[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'text');

const label = '[A-Za-z0-9_][A-Za-z0-9_-]{0,62}';
const names = String.raw`${label}(?:\.${label})*`;
const host = z
  .string()
  .max(253, 'host')
  .regex(new RegExp(`^${names}$`, 'u'), 'host');
const https = z
  .string()
  .max(2_000, 'https')
  // Without a user name in it: an @ before the path would hide where it really leads.
  .regex(new RegExp(String.raw`^https://${names}(?::[0-9]{1,5})?(?:[/?][!-~]*)?$`, 'u'), 'https');
const guid = z.string().regex(/^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/u, 'guid');
const domain = z
  .string()
  .max(253, 'domain')
  .regex(new RegExp(String.raw`^${label}(?:\.${label})+$`, 'u'), 'domain');
const id = z
  .string()
  .max(64, 'id')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'id');

const list = <T extends z.ZodType>(of: T, most: number) => z.array(of).max(most, 'fewer');

const helpDesk = z.strictObject({
  name: text(120).optional(),
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 ()/.-]{1,38}[0-9](?: ?(?:x|ext\.?) ?[0-9]{1,6})?$/u, 'phone')
    .optional(),
  email: z
    .string()
    .max(254, 'email')
    .regex(/^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u, 'email')
    .optional(),
  portal: https.optional(),
  hours: text(200).optional(),
});

const devices = z.strictObject({
  tenants: list(z.strictObject({ id: guid, name: text(120).optional() }), 20).optional(),
  joins: list(
    z.enum(['entra-joined', 'hybrid-joined', 'domain-joined', 'entra-registered']),
    4,
  ).optional(),
  kinds: list(z.enum(deviceKinds), deviceKinds.length).optional(),
  domains: list(domain, 50).optional(),
});

const server = z.strictObject({
  name: text(120).optional(),
  host,
  port: z.int('port').min(1, 'port').max(65_535, 'port'),
});

const signIn = z.strictObject({
  clientId: guid,
  /** Never `common`: whoever signs in there may belong to anybody. */
  tenant: z.union([guid, domain], 'tenant'),
  cloud: z.enum(['global', 'us-government', 'us-government-dod', 'china']).optional(),
  deviceCode: z.boolean().optional(),
  /** Look, and change nothing. */
  readOnly: z.boolean().optional(),
});

const folder = z
  .string()
  .max(240, 'folder')
  // A share or a drive, and no way back up.
  .regex(
    /^(?!.*(?:^|\\)\.\.(?:\\|$))(?:\\\\[A-Za-z0-9_.-]+\\[^\\/:*?"<>|]+|[A-Za-z]:)(?:\\[^\\/:*?"<>|]+)*\\?$/u,
    'folder',
  );

export const organisationShape = z.strictObject({
  $schema: z.string().max(500, 'text').optional(),
  schema: z.literal(1, 'schema'),
  name: text(120),
  helpDesk: helpDesk.optional(),
  devices: devices.optional(),
  servers: list(server, 50).optional(),
  links: list(z.strictObject({ title: text(80), address: https }), 20).optional(),
  repairs: z
    .strictObject({ allowed: list(id, 200).optional(), forbidden: list(id, 200).optional() })
    .optional(),
  languages: list(
    z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'language'),
    20,
  ).optional(),
  branding: z
    .strictObject({
      colour: z
        .string()
        .regex(/^#[0-9A-Fa-f]{6}$/u, 'colour')
        .optional(),
      logo: z
        .string()
        .max(65_536, 'logo')
        .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/u, 'logo')
        .optional(),
    })
    .optional(),
  signIn: signIn.optional(),
  handOver: z.strictObject({ folder: folder.optional(), put: https.optional() }).optional(),
  updates: z.enum(['on', 'off']).optional(),
  network: z.enum(['on', 'off']).optional(),
});

export type WrittenOrganisation = z.infer<typeof organisationShape>;
