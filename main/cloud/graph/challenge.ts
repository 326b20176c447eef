const wholeHeader = /\bclaims="([^"]{1,8192})"/;

/** What a claims challenge demands, decoded; null when there is none or it is not one. */
export const claimsOf = (header: string | null): string | null => {
  const encoded = wholeHeader.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? text : null;
  } catch {
    return null;
  }
};
