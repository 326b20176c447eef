interface CspOptions {
  /** Fresh for every document: the style engine proves with it that a style tag is ours. */
  nonce: string;
  /** The desktop page speaks through its preload and needs no network; the browser page has its socket. */
  connect: 'none' | 'self';
}

/** What a page of ours may load. The same for both doors but for the one line they must differ in. */
export const contentSecurityPolicy = ({ nonce, connect }: CspOptions): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src '${connect}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');

/** Switched off by name, for the day a browser grants one of them without asking. */
export const permissionsPolicy = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'clipboard-read',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'payment',
  'midi',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The page leaves this in its head for the door to fill in. */
const noncePlace = '__NONCE__';

export const withNonce = (html: string, nonce: string): string =>
  html.replaceAll(noncePlace, nonce);
