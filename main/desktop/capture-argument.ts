import { posix, win32 } from 'node:path';

const ending = '.fieldkit';

/** A drive letter first: no share (it would offer a password hash to a server), no device path. */
const onADrive = /^[a-z]:\\/i;

const isCapturePath = (text: string, platform: NodeJS.Platform): boolean => {
  if (!text.toLowerCase().endsWith(ending) || text.includes('\0')) return false;
  return platform === 'win32'
    ? onADrive.test(text) && win32.isAbsolute(text)
    : posix.isAbsolute(text);
};

/**
 * The capture a start asks us to open, if it is plain which one. The order of arguments is not kept
 * between two instances and Chromium adds its own, so exactly one has to fit; the rest is ignored,
 * and so is the working directory.
 */
export const captureArgument = (
  args: readonly string[],
  platform: NodeJS.Platform,
): string | null => {
  const fitting = args.filter((arg) => isCapturePath(arg, platform));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};
