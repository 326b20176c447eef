import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program of this device answers to arguments that match. */
export interface Answer {
  /** The arguments, joined by blanks; a last `*` stands for anything. Without it: any call. */
  match?: string;
  /** Text, or the name of a text: `capture:x.txt` of test/captures/other, `sample:id` of resources/devices. */
  text?: string;
  from?: string;
  /** Words of the text, and what stands there instead. */
  replace?: Readonly<Record<string, string>>;
  /** Unless told otherwise, the console code page of the device's language. */
  encoding?: string;
  lineEnd?: string;
  errors?: string;
  exitCode?: number;
  ms?: number;
  hangs?: true;
}

export type RegistryValue =
  | string
  | number
  | { binary: string }
  | { multi: string[] }
  | { expand: string }
  | { qword: string };

export type Row = Readonly<Record<string, unknown>>;

/** Rows of a class, or what goes wrong when it is asked. */
export type ClassAnswer =
  readonly Row[] | { error: string } | { rows: readonly Row[]; ms: number } | { hangs: true };

export interface LoggedEvent {
  id: number;
  /** ISO time, or an age such as `-2h`. */
  at: string;
  level?: number;
  provider?: string;
  data?: Readonly<Record<string, string | number>>;
}

export interface Measured {
  name: string;
  bytes: number;
  files: number;
  whole: boolean;
}

export type Channel = readonly LoggedEvent[] | { denied: true } | { hangs: true };

/** A whole PC, as data. `null` takes away what the device below it has. */
export interface Description {
  language: 'en' | 'de' | 'fr' | 'ja' | 'ru';
  programs: Readonly<Record<string, readonly Answer[] | null>>;
  registry: Readonly<Record<string, Readonly<Record<string, RegistryValue | null>> | null>>;
  files: Readonly<Record<string, Answer | null>>;
  cim: Readonly<Record<string, ClassAnswer | null>>;
  events: Readonly<Record<string, Channel | null>>;
  /** What measuring the person's folders comes to; null where nobody measured. */
  sizes: { folders: readonly Measured[]; loose: Measured } | null;
  powershell: {
    mode: 'FullLanguage' | 'ConstrainedLanguage';
    /** Until it runs our script. */
    ms: number;
  };
  /** As whom the command runs. */
  caller: { level: 'user' | 'admin' | 'system'; sid: string };
}

export type Changes = { [K in keyof Description]?: Description[K] };

const below = (key: string, parent: string) => key === parent || key.startsWith(`${parent}\\`);

const mergeRegistry = (base: Description['registry'], changes: Description['registry']) => {
  const gone = Object.keys(changes).filter((key) => changes[key] === null);
  const kept = Object.entries(base).filter(([key]) => !gone.some((parent) => below(key, parent)));
  const laid = Object.entries(changes).map(
    ([key, values]) => [key, values === null ? null : { ...base[key], ...values }] as const,
  );
  return Object.fromEntries([...kept, ...laid]);
};

/** The device with changes on top; lists are replaced, registry values are laid over each other. */
export const change = (base: Description, changes: Changes): Description => ({
  language: changes.language ?? base.language,
  programs: { ...base.programs, ...changes.programs },
  registry: mergeRegistry(base.registry, changes.registry ?? {}),
  files: { ...base.files, ...changes.files },
  cim: { ...base.cim, ...changes.cim },
  events: { ...base.events, ...changes.events },
  sizes: changes.sizes ?? base.sizes,
  powershell: changes.powershell ?? base.powershell,
  caller: changes.caller ?? base.caller,
});

const empty: Description = {
  language: 'en',
  programs: {},
  registry: {},
  files: {},
  cim: {},
  events: {},
  sizes: null,
  powershell: { mode: 'FullLanguage', ms: 0 },
  caller: { level: 'user', sid: 'S-1-5-21-1-2-3-1001' },
};

const folder = join(import.meta.dirname, 'devices');

/** A described device by the name of its folder, with changes for one test on top. */
export const device = (name: string, changes: Changes = {}): Description => {
  const told = JSON.parse(readFileSync(join(folder, name, 'device.json'), 'utf8')) as Changes & {
    extends?: string;
  };
  const base = told.extends === undefined ? empty : device(told.extends);
  return change(change(base, told), changes);
};
