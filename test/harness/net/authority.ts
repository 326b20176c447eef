import {
  BitString,
  Boolean as BerBoolean,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Primitive,
  PrintableString,
  Sequence,
  Set as BerSet,
  UTCTime,
  type BaseBlock,
} from 'asn1js';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

const oid = {
  ecdsaSha256: '1.2.840.10045.4.3.2',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  alternativeNames: '2.5.29.17',
};

const bufferOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

const nameOf = (organisation: string, common: string) =>
  new Sequence({
    value: [
      [oid.organisation, organisation],
      [oid.commonName, common],
    ].map(
      ([type, value]) =>
        new BerSet({
          value: [
            new Sequence({
              value: [
                new ObjectIdentifier({ value: type! }),
                new PrintableString({ value: value! }),
              ],
            }),
          ],
        }),
    ),
  });

const extension = (id: string, value: BaseBlock) =>
  new Sequence({
    value: [new ObjectIdentifier({ value: id }), new OctetString({ valueHex: value.toBER() })],
  });

const pem = (der: ArrayBuffer) => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

export interface Issued {
  cert: string;
  key: string;
}

interface Party {
  organisation: string;
  common: string;
  key: KeyObject;
}

const algorithm = () => new Sequence({ value: [new ObjectIdentifier({ value: oid.ecdsaSha256 })] });
const day = 86_400_000;
let serial = 1;

const certify = (
  issuer: Party,
  subject: Omit<Party, 'key'> & { publicKey: KeyObject },
  { names = [], authority = false, from = -day, to = 365 * day }: Details,
): string => {
  serial += 1;
  const tbs = new Sequence({
    value: [
      new Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: [new Integer({ value: 2 })],
      }),
      new Integer({ value: serial }),
      algorithm(),
      nameOf(issuer.organisation, issuer.common),
      new Sequence({
        value: [
          new UTCTime({ valueDate: new Date(Date.now() + from) }),
          new UTCTime({ valueDate: new Date(Date.now() + to) }),
        ],
      }),
      nameOf(subject.organisation, subject.common),
      fromBER(bufferOf(subject.publicKey.export({ type: 'spki', format: 'der' }))).result,
      new Constructed({
        idBlock: { tagClass: 3, tagNumber: 3 },
        value: [
          new Sequence({
            value: [
              extension(
                oid.basicConstraints,
                new Sequence({ value: authority ? [new BerBoolean({ value: true })] : [] }),
              ),
              ...(names.length > 0
                ? [
                    extension(
                      oid.alternativeNames,
                      new Sequence({
                        value: names.map(
                          (name) =>
                            new Primitive({
                              idBlock: { tagClass: 3, tagNumber: 2 },
                              valueHex: bufferOf(Buffer.from(name)),
                            }),
                        ),
                      }),
                    ),
                  ]
                : []),
            ],
          }),
        ],
      }),
    ],
  });
  const signature = sign('sha256', Buffer.from(tbs.toBER()), issuer.key);
  return pem(
    new Sequence({
      value: [tbs, algorithm(), new BitString({ valueHex: bufferOf(signature) })],
    }).toBER(),
  );
};

interface Details {
  names?: string[];
  authority?: boolean;
  /** From now, in milliseconds. */
  from?: number;
  to?: number;
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

export interface Authority {
  root: string;
  issue(names: string[], details?: Details): Issued;
}

/** A certificate authority of the test's own: the public one, or the one of somebody in the way. */
export const authority = (organisation: string): Authority => {
  const { publicKey, privateKey } = newKey();
  const self = { organisation, common: `${organisation} Root`, key: privateKey };
  return {
    root: certify(self, { ...self, publicKey }, { authority: true }),
    issue: (names, details = {}) => {
      const pair = newKey();
      const subject = {
        organisation: 'Site',
        common: names[0] ?? 'site',
        publicKey: pair.publicKey,
      };
      return {
        cert: certify(self, subject, { names, ...details }),
        key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
};
