import { answerTo, eventsFor } from './answers';
import type { Answer, ClassAnswer, Description, RegistryValue } from './description';
import { bytesOf, languages } from './text';
import { fillTimes } from './times';
import { classOf, select } from './wql';
import { failed, ok, unavailable } from '../../../main/core/reading';
import { lackingRights } from '../../../main/os/caller';
import type { Capture } from '../../../main/os/capture/manifest';
import { hostSource } from '../../../main/os/host';
import type { Os, RawReading, Source } from '../../../main/os/port';
import { fromAnswer, fromError } from '../../../main/os/powershell/answers';
import type { HostSource } from '../../../main/os/powershell/questions';
import { toCapture } from '../../../main/os/record';
import type { ProbeId } from '../../../main/core/facts/index';
import { ordinaryProbes, probes } from '../../../main/probes/index';

/** As whom the person of a described PC is signed in. */
export interface Person {
  user: string;
  domain: string;
}

type Of<K extends Source['kind']> = Extract<Source, { kind: K }>;
type Readers = {
  [K in Source['kind']]: (source: Of<K>, told: Told) => RawReading;
};

interface Told {
  device: Description;
  person: Person;
  now: number;
}

/** Through the very functions that read the answers of the PowerShell host of a live PC. */
const hostSays = (kind: HostSource['kind'], rows: readonly unknown[]): RawReading =>
  fromAnswer(kind, JSON.stringify(rows), 0);
const hostFails = (id: string): RawReading => fromError(id, 0) ?? failed('crashed', id);

const timedOut: RawReading = failed('timed-out');

const fromFile = (answer: Answer, { device, now }: Told): Buffer =>
  bytesOf({ encoding: 'utf8', ...answer }, device.language, now);

const hives = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
} as const;

const dataOf = (value: RegistryValue, now: number): readonly [kind: number, data: string] => {
  if (typeof value === 'string') return [1, fillTimes(value, now)];
  if (typeof value === 'number') return [4, `0x${(value >>> 0).toString(16)}`];
  if ('binary' in value) return [3, value.binary.toUpperCase()];
  if ('multi' in value) return [7, value.multi.join('\\0')];
  if ('expand' in value) return [2, value.expand];
  return [11, `0x${BigInt(value.qword).toString(16)}`];
};

const homeOf = ({ user }: Person): string => `C:\\Users\\${user}`;

const nameOf = (cim: Description['cim']): string | null =>
  ((cim['Win32_ComputerSystem'] ?? []) as readonly { Name?: string }[])[0]?.Name ?? null;

/** What every Windows has, whichever device is described. */
const everywhere = ({ device: { language, cim }, person }: Told): Description['registry'] => ({
  ...Object.fromEntries(
    ['ActiveComputerName', 'ComputerName'].map((name) => [
      `HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\${name}`,
      { ComputerName: nameOf(cim) },
    ]),
  ),
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage': {
    OEMCP: languages[language].oem.replace('cp', ''),
  },
  'HKCU\\Volatile Environment': { USERPROFILE: homeOf(person) },
});

const registryRows = (source: Of<'registry'>, told: Told): object[] => {
  const root = `${source.hive}\\${source.path}`.toLowerCase();
  const keys = Object.entries({ ...everywhere(told), ...told.device.registry }).flatMap(
    ([key, values]) => (values === null ? [] : [{ key, values }]),
  );
  const below = keys
    .filter(({ key }) => key.toLowerCase() === root || key.toLowerCase().startsWith(`${root}\\`))
    .sort((one, other) => one.key.localeCompare(other.key));
  return below.flatMap(({ key, values }) => {
    const [hive = '', ...rest] = key.split('\\');
    const path = [hives[hive as keyof typeof hives], ...rest].join('\\');
    const own = source.recurse || key.toLowerCase() === root;
    const rows = Object.entries(own ? values : {}).flatMap(([name, value]) => {
      if (value === null) return [];
      const [kind, data] = dataOf(value, told.now);
      return [{ name, kind, data }];
    });
    return [{ key: path }, ...rows];
  });
};

const readClass = (source: Of<'cim'>, answer: ClassAnswer | null, now: number): RawReading => {
  if (answer === null) return hostFails('HRESULT 0x80041010,GetCimInstanceCommand');
  if ('error' in answer) return hostFails(answer.error);
  if ('hangs' in answer) return timedOut;
  const found = select('rows' in answer ? answer.rows : answer, source.query, source.properties);
  return hostSays('cim', JSON.parse(fillTimes(JSON.stringify(found), now)) as unknown[]);
};

const readers: Readers = {
  command: ({ tool, args }, { device, now }) => {
    const answers = device.programs[tool];
    if (answers === null || answers === undefined) return unavailable('tool-missing');
    const answer = answerTo(answers, args);
    if (answer === null) return failed('crashed', `nothing told of ${tool} ${args.join(' ')}`);
    if (answer.hangs === true) return timedOut;
    const bytes = bytesOf(answer, device.language, now);
    return ok({ bytes, exitCode: answer.exitCode ?? 0, ms: answer.ms ?? 0 });
  },
  registry: (source, told) => {
    const rows = registryRows(source, told);
    return rows.length === 0 ? hostFails('missing') : hostSays('registry', rows);
  },
  events: (source, { device, now }) => {
    const channel = device.events[source.channel] ?? null;
    if (channel === null)
      return hostFails('System.Diagnostics.Eventing.Reader.EventLogNotFoundException,NotFound');
    if ('denied' in channel) return hostFails('System.UnauthorizedAccessException,Denied');
    if ('hangs' in channel) return timedOut;
    return hostSays('events', eventsFor(source, channel, now));
  },
  cim: (source, { device, now }) =>
    readClass(source, device.cim[classOf(source.query)] ?? null, now),
  sizes: (_source, { device, person }) => {
    if (device.sizes === null) return unavailable('absent');
    const told = JSON.stringify({ root: homeOf(person), ...device.sizes });
    return ok({ bytes: Buffer.from(told), exitCode: null, ms: 0 });
  },
  file: (source, told) => {
    const wanted = source.path.toLowerCase();
    const found = Object.entries(told.device.files).find(([path]) => path.toLowerCase() === wanted);
    const file = found?.[1] ?? null;
    if (file === null) return unavailable('absent', 'ENOENT');
    return ok({ bytes: fromFile(file, told), exitCode: null, ms: 0 });
  },
  host: (_source, { device, person, now }) => {
    const facts = {
      platform: 'win32',
      computer: nameOf(device.cim),
      user: person.user,
      domain: person.domain,
      home: homeOf(person),
      sid: device.caller.sid,
      elevated: device.caller.level !== 'user',
      system: device.caller.level === 'system',
      now: new Date(now).toISOString(),
    };
    return ok({ bytes: Buffer.from(JSON.stringify(facts)), exitCode: null, ms: 0 });
  },
};

const read = (source: Source, told: Told): RawReading => {
  const reader = readers[source.kind] as (source: Source, told: Told) => RawReading;
  return lackingRights(source, told.device.caller) ?? reader(source, told);
};

/**
 * The capture that a live look at the described PC would have written, without starting a Windows: the
 * same bytes, through the same functions. Of an ordinary check, and of what is read on request beside it.
 */
export const captureOf = (
  device: Description,
  person: Person,
  now: number,
  onRequest: readonly ProbeId[] = [],
): Capture => {
  const told: Told = { device, person, now };
  const asked = [...ordinaryProbes, ...probes.filter(({ id }) => onRequest.includes(id))];
  const raws = new Map<string, RawReading>();
  for (const source of [hostSource, ...asked.flatMap(({ reads }) => reads)])
    if (!raws.has(source.key)) raws.set(source.key, read(source, told));
  const os = { platform: 'win32', observedAt: new Date(now) } as Os;
  return toCapture(os, raws);
};
