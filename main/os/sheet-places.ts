import { readdir, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

export const placeNames = ['stick', 'profile'] as const;
export type PlaceName = (typeof placeNames)[number];
/** Folders of sheets; the stick is null where the program was not started from one. */
export type SheetPlaces = Readonly<Record<PlaceName, string | null>>;

const folder = 'Fieldkit sheets';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the program was started without being installed: the drive that goes on to the next PC. */
const stickOf = (platform: NodeJS.Platform, env: Env, program: string): string | null => {
  const portable = env['PORTABLE_EXECUTABLE_DIR'];
  if (portable !== undefined && portable !== '') return portable;
  const system = env['SystemDrive'];
  if (platform !== 'win32' || system === undefined) return null;
  const drive = parse(program).root.slice(0, 2).toLowerCase();
  return drive !== '' && drive !== system.toLowerCase() ? dirname(program) : null;
};

export const sheetPlaces = (
  settingsFolder: string,
  {
    platform = process.platform,
    env = process.env,
    program = process.execPath,
  }: { platform?: NodeJS.Platform; env?: Env; program?: string } = {},
): SheetPlaces => {
  const stick = stickOf(platform, env, program);
  return {
    stick: stick === null ? null : join(stick, folder),
    profile: join(settingsFolder, 'sheets'),
  };
};

const sheetName = /^([A-Za-z0-9][A-Za-z0-9-]{0,40})\.json(?:\.new|\.old)?$/u;

/** Names of the sheets in one folder, newest first; a folder that is not there holds none. */
export const sheetsIn = async (place: string): Promise<{ name: string; changedAt: number }[]> => {
  const names = new Set(
    (await readdir(place).catch(() => [])).flatMap((file) => sheetName.exec(file)?.[1] ?? []),
  );
  const found = await Promise.all(
    [...names].map(async (name) => ({
      name,
      changedAt: await stat(join(place, `${name}.json`)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  return found.sort((one, two) => two.changedAt - one.changedAt);
};
