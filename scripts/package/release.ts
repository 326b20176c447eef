/** What differs between a build on a desk and a release: signing and the update feed, by environment. */
export interface Release {
  /** Name in the certificate; the updater trusts nothing else. */
  publisher: string | null;
  feed: string | null;
  signed: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = (environment: Environment, name: string): string | null => {
  const value = environment[name]?.trim() ?? '';
  return value === '' ? null : value;
};

const isPlainHttps = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.search === '' && url.hash === '';
};

export const readRelease = (environment: Environment): Release => {
  const publisher = given(environment, 'FIELDKIT_PUBLISHER');
  const feed = given(environment, 'FIELDKIT_UPDATE_URL');
  const signed =
    given(environment, 'WIN_CSC_LINK') !== null || given(environment, 'CSC_LINK') !== null;
  if (feed !== null && !isPlainHttps(feed))
    throw new Error('FIELDKIT_UPDATE_URL must be a plain https address.');
  if (feed !== null && publisher === null)
    throw new Error('An update feed needs FIELDKIT_PUBLISHER: without it updates go unchecked.');
  return { publisher, feed, signed };
};

/** One line each, so that nobody ships by mistake what was only meant for the desk. */
export const describeRelease = ({ publisher, feed, signed }: Release): string[] => [
  signed
    ? `signed as ${publisher ?? 'the certificate says'}`
    : 'NOT SIGNED (WIN_CSC_LINK is not set)',
  feed === null ? 'no update feed (FIELDKIT_UPDATE_URL is not set)' : `updates from ${feed}`,
];

/** The updater's file. Ours and not the packer's, because it must never lack the publisher. */
export const updateFile = ({ publisher, feed }: Release): string | null =>
  feed === null
    ? null
    : [
        'provider: generic',
        `url: ${JSON.stringify(feed)}`,
        'updaterCacheDirName: fieldkit-updater',
        'publisherName:',
        `  - ${JSON.stringify(publisher)}`,
        '',
      ].join('\n');
