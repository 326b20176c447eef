import type { MessageKey } from '../../strings/index';
import type { WriteRefusal } from '../os/capture/write';
import { exit, type ExitCode } from './exit';
import { Problem } from './problem';

type Row = { key: MessageKey; exitCode: ExitCode };

/**
 * What the system says when something cannot be read. A place that was named wrongly is wrong use;
 * a place that keeps its secret leaves the question open.
 */
const reading: Record<string, Row> = {
  ENOENT: { key: 'terminal.file.missing', exitCode: exit.usage },
  ENOTDIR: { key: 'terminal.file.missing', exitCode: exit.usage },
  ENAMETOOLONG: { key: 'terminal.file.missing', exitCode: exit.usage },
  EISDIR: { key: 'terminal.file.is-folder', exitCode: exit.usage },
  EACCES: { key: 'terminal.file.denied', exitCode: exit.undetermined },
  EPERM: { key: 'terminal.file.denied', exitCode: exit.undetermined },
  EBUSY: { key: 'terminal.file.locked', exitCode: exit.undetermined },
};

export const errno = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `code` is the system's own word, such as ENOENT. */
export const readingProblem = (path: string, code: string): Problem => {
  const row = Object.hasOwn(reading, code) ? reading[code] : undefined;
  return row
    ? new Problem(row.key, { values: { path }, exitCode: row.exitCode })
    : new Problem('terminal.file.other', { values: { path, code }, exitCode: exit.undetermined });
};

const writing: Record<WriteRefusal, Row> = {
  'target-exists': { key: 'terminal.write.exists', exitCode: exit.usage },
  'target-not-a-capture': { key: 'terminal.write.not-a-capture', exitCode: exit.usage },
  'folder-missing': { key: 'terminal.write.no-folder', exitCode: exit.usage },
  'read-only': { key: 'terminal.write.read-only', exitCode: exit.usage },
  denied: { key: 'terminal.write.denied', exitCode: exit.usage },
  'disk-full': { key: 'terminal.write.full', exitCode: exit.undetermined },
  cancelled: { key: 'terminal.cancelled', exitCode: exit.undetermined },
  'cannot-write': { key: 'terminal.write.other', exitCode: exit.undetermined },
};

export const writingProblem = (path: string, code: WriteRefusal, detail = ''): Problem => {
  const { key, exitCode } = writing[code];
  return new Problem(key, { values: { path, code: detail }, exitCode });
};
