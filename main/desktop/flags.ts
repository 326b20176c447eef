/** Nobody is to be contacted, whatever is asked for. */
export const offlineFlag = '--offline';

/** What the installer passes when it starts the new version, and Windows when a guide goes on after a restart. */
const known: readonly string[] = ['--updated', '--resume', offlineFlag];

/**
 * Chromium takes switches that no fuse turns off (`--remote-debugging-port` gives the page away), so
 * the shipped program refuses to start with any switch it does not know.
 */
export const refusedFlags = (args: readonly string[]): string[] =>
  args.filter((arg) => arg.startsWith('-') && !known.includes(arg));
