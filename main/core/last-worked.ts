import type { Look } from './compare';
import type { Finding } from './finding';

/** Only what was seen to be without the fault counts: an unread link has not "worked". */
const without = ({ diagnosis }: Look, root: Finding): boolean => {
  if (diagnosis.findings.some(({ id }) => id === root.id)) return false;
  if (diagnosis.state === 'healthy') return true;
  const stop = diagnosis.line.find(({ link }) => link === root.link);
  return stop?.state === 'ok' || stop?.state === 'not-needed';
};

/** The newest of the earlier looks, newest first, at which the present root cause was not there. */
export const lastWorked = (earlier: readonly Look[], { diagnosis }: Look): Look | null => {
  const root = diagnosis.findings.find(({ id }) => id === diagnosis.rootCause);
  return root === undefined ? null : (earlier.find((look) => without(look, root)) ?? null);
};
