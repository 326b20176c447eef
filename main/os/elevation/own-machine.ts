import { win32 } from 'node:path';
import { thisMachine, type Machine } from '../machine';

/**
 * Where Windows really lives. An elevated process gets variables that the user wrote into his own
 * environment, `windir` among them; the loader's list of what it has mapped cannot be set by anybody.
 */
const loadedFrom = (): string | null => {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  // The names of all network addresses are looked up otherwise.
  report.excludeNetwork = true;
  const { sharedObjects = [] } = report.getReport() as { sharedObjects?: string[] };
  const kernel = sharedObjects.find((path) => /^[A-Za-z]:\\.*\\system32\\ntdll\.dll$/i.test(path));
  return kernel === undefined ? null : win32.dirname(win32.dirname(kernel));
};

/** This machine as it is, with nothing of the user in it; null when it cannot be found out. */
export const elevatedMachine = (root = loadedFrom()): Machine | null => {
  if (root === null) return null;
  const { platform, arch } = thisMachine();
  const temporary = `${root}\\Temp`;
  const env = {
    SystemRoot: root,
    SystemDrive: root.slice(0, 2),
    TEMP: temporary,
    TMP: temporary,
  };
  return { platform, arch, env };
};
