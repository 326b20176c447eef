/** What the installer passes when it starts the new version. Nothing else is ours. */
const known: readonly string[] = ['--updated'];

/**
 * Chromium takes switches that no fuse turns off (`--remote-debugging-port` gives the page away), so
 * the shipped program refuses to start with any switch it does not know.
 */
export const refusedFlags = (args: readonly string[]): string[] =>
  args.filter((arg) => arg.startsWith('-') && !known.includes(arg));
