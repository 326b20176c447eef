import { statSync } from 'node:fs';
import { dirname, join, posix, win32 } from 'node:path';
import { thisMachine, variable, type Machine } from '../os/machine';
import { ownFile } from '../os/own-files';

/** Who put the file there. The machine's own wins: only an administrator can have written it. */
export type OrganisationOrigin = 'machine' | 'option' | 'beside';

export interface OrganisationPlace {
  from: OrganisationOrigin;
  path: string;
}

const fileName = 'organisation.json';

const machineFolders: Partial<Record<NodeJS.Platform, (machine: Machine) => string>> = {
  win32: (machine) => win32.join(variable(machine, 'ProgramData') ?? 'C:\\ProgramData', 'Fieldkit'),
  darwin: () => '/Library/Application Support/Fieldkit',
  linux: () => '/etc/fieldkit',
};

/** Next to the program on a stick; in a checkout, its top folder. A package keeps our files in an archive. */
const programFolder = (): string => {
  const root = ownFile();
  return root.endsWith('.asar') ? dirname(dirname(root)) : root;
};

/** Where such a file may be, the strongest first. */
export const organisationPlaces = (
  option: string | undefined,
  machine: Machine = thisMachine(),
  beside: string = programFolder(),
): OrganisationPlace[] => {
  const own = machineFolders[machine.platform]?.(machine);
  const named = option ?? variable(machine, 'FIELDKIT_ORGANISATION');
  const { join: joined } = machine.platform === 'win32' ? win32 : posix;
  return [
    ...(own === undefined ? [] : [{ from: 'machine' as const, path: joined(own, fileName) }]),
    ...(named ? [{ from: 'option' as const, path: named }] : []),
    { from: 'beside', path: join(beside, fileName) },
  ];
};

/** False only where there is surely no file: one that is hidden from us must be refused by name, not passed over. */
const mayBeThere = ({ from, path }: OrganisationPlace): boolean => {
  if (from === 'option') return true;
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
};

/** Whether it is worth loading what reads such files: most devices have none. */
export const anyOrganisation = (places: readonly OrganisationPlace[]): boolean =>
  places.some(mayBeThere);
