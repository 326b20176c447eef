import { BitString, GeneralizedTime, GeneralString, Integer, Sequence } from 'asn1js';
import {
  children,
  constructed,
  context,
  decodeBer,
  encode,
  field,
  integer,
  isTagged,
  tagClass,
  text,
} from './ber';
import { viewOf } from './bytes';
import { berTime } from './clock';
import type { Framed } from './tcp';

/**
 * An account nobody has. Asking for it proves that the KDC lives, locks nobody out, and says in
 * the KDC's own log who asked.
 */
const askedFor = 'fieldkit-reachability-test';

const aes256 = 18;
const aes128 = 17;

const principal = (type: number, ...names: string[]) =>
  new Sequence({
    value: [
      context(0, new Integer({ value: type })),
      context(1, new Sequence({ value: names.map((name) => new GeneralString({ value: name })) })),
    ],
  });

/** AS-REQ (RFC 4120 5.4.1) without pre-authentication: no key and no password go into it. */
export const encodeAsReq = (domain: string, nonce: number): Uint8Array => {
  const realm = domain.toUpperCase();
  const body = new Sequence({
    value: [
      context(0, new BitString({ valueHex: new Uint8Array(4).buffer })),
      context(1, principal(1, askedFor)),
      context(2, new GeneralString({ value: realm })),
      context(3, principal(2, 'krbtgt', realm)),
      context(5, new GeneralizedTime({ valueDate: new Date(Date.UTC(2037, 8, 13, 2, 48, 5)) })),
      context(7, new Integer({ value: nonce & 0x7fffffff })),
      context(
        8,
        new Sequence({
          value: [new Integer({ value: aes256 }), new Integer({ value: aes128 })],
        }),
      ),
    ],
  });
  return encode(
    constructed({ class: tagClass.application, number: 10 }, [
      new Sequence({
        value: [
          context(1, new Integer({ value: 5 })),
          context(2, new Integer({ value: 10 })),
          context(4, body),
        ],
      }),
    ]),
  );
};

/** RFC 4120 7.5.9: the codes that tell causes apart. Any code at all proves life. */
const kdcCodes: Readonly<Record<number, string>> = {
  6: 'KDC_ERR_C_PRINCIPAL_UNKNOWN',
  7: 'KDC_ERR_S_PRINCIPAL_UNKNOWN',
  14: 'KDC_ERR_ETYPE_NOSUPP',
  18: 'KDC_ERR_CLIENT_REVOKED',
  25: 'KDC_ERR_PREAUTH_REQUIRED',
  37: 'KRB_AP_ERR_SKEW',
  52: 'KRB_ERR_RESPONSE_TOO_BIG',
  60: 'KRB_ERR_GENERIC',
  68: 'KDC_ERR_WRONG_REALM',
};

export interface KdcAnswer {
  code: number | null;
  symbol: string | null;
  realm: string | null;
  /** The KDC's clock in UTC milliseconds; null when it gave a ticket instead of an error. */
  time: number | null;
  /** The KDC serves this realm. False: it is a KDC, but of somebody else. */
  servesRealm: boolean;
}

const errorTag = { class: tagClass.application, number: 30 };
const ticketTag = { class: tagClass.application, number: 11 };
const wrongRealm = 68;
const silentTicket: KdcAnswer = {
  code: null,
  symbol: null,
  realm: null,
  time: null,
  servesRealm: true,
};

export const decodeKdc = (bytes: Uint8Array): KdcAnswer | null => {
  const block = decodeBer(bytes)?.block;
  if (isTagged(block, ticketTag)) return silentTicket;
  if (!isTagged(block, errorTag)) return null;
  const fields = children(children(block)[0]);
  const code = integer(field(fields, 6));
  const seconds = berTime(text(field(fields, 4)));
  if (integer(field(fields, 1)) !== 30 || code === null || seconds === null) return null;
  const micro = integer(field(fields, 5)) ?? 0;
  return {
    code,
    symbol: kdcCodes[code] ?? null,
    realm: text(field(fields, 9)),
    time: seconds + Math.floor(micro / 1000),
    servesRealm: code !== wrongRealm,
  };
};

/** Over TCP a message follows its length in four bytes. */
export const kdcFramed = (bytes: Uint8Array): Framed => {
  if (bytes.length < 4) return 'more';
  const size = viewOf(bytes).getUint32(0);
  return size === 0 || size > 0x7fffffff ? 'nonsense' : size + 4;
};

export const kdcMessage = (bytes: Uint8Array): Uint8Array => {
  const framed = new Uint8Array(bytes.length + 4);
  viewOf(framed).setUint32(0, bytes.length);
  framed.set(bytes, 4);
  return framed;
};
