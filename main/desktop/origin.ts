/** The one address the page has. A scheme of our own, because `file:` shares its origin with every file. */
export const scheme = 'app';
const host = 'fieldkit';
export const pageUrl = `${scheme}://${host}/`;

/** Compares parts, never prefixes: `app://fieldkit.evil/` begins like our address and is not ours. */
export const isOurs = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
  );
};
