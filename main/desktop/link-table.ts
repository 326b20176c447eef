import type { LinkId } from '../../preload/contract';

/**
 * Every address we ever hand to the browser. Null where the project has no public home yet: an invented
 * address could be taken by somebody else.
 */
const links: Readonly<Record<LinkId, string | null>> = {
  help: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
  source: null,
  releases: null,
};

/** Written anew from its parts, so that what is opened is what was checked. Null for all but plain https. */
export const plainHttps = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain ? url.href : null;
};

export const linkAddress = (id: LinkId): string | null => {
  const row = Object.hasOwn(links, id) ? links[id] : null;
  return row === null ? null : plainHttps(row);
};
