import { failed, unavailable } from '../core/reading';
import { createWhoAmI, lackingRights, type WhoAmI } from './caller';
import { absentKeyCommand, eventsCommand, registryCommand, type Command } from './commands';
import { expandPath, readFileBytes } from './files';
import { readHost } from './host';
import { limited } from './limit';
import { thisMachine, type Machine } from './machine';
import { perform } from './perform';
import type { Os, RawReading, ReadOptions, Source } from './port';
import { readSizes } from './sizes';
import { createHost, type AskHost } from './powershell/host';
import type { HostSource } from './powershell/questions';
import { createStart, type Start } from './run';

export type LiveOptions = Partial<Machine> & {
  start?: Start;
  /** Our own installed program, for coming back after a restart. */
  ownProgram?: string;
};

interface Edge {
  machine: Machine;
  start: Start;
  askHost: AskHost;
  whoAmI: WhoAmI;
  /** Kinds the host has said it cannot read here. */
  withoutHost: Set<Source['kind']>;
  /** What `reg.exe` says about a key that does not exist, asked once and only when needed. */
  absentMessage: () => Promise<Uint8Array | null>;
}

type Readers = {
  [K in Source['kind']]: (
    edge: Edge,
    source: Extract<Source, { kind: K }>,
    options: ReadOptions,
  ) => Promise<RawReading>;
};

const refusedSource = (): RawReading => failed('could-not-start', 'source refused');

const run = (edge: Edge, command: Command, limitMs: number, { signal }: ReadOptions) =>
  edge.start(command.tool, command.args, {
    limitMs,
    ...(signal === undefined ? {} : { signal }),
  });

/** The shared host, or its stand-in once the host has said that it cannot. */
const viaHost = async (
  edge: Edge,
  source: Exclude<HostSource, { kind: 'self' }>,
  { signal }: ReadOptions,
  otherwise: () => Promise<RawReading>,
): Promise<RawReading> => {
  if (!edge.withoutHost.has(source.kind)) {
    const answer = await edge.askHost(source, signal);
    if (answer !== null) return answer;
    edge.withoutHost.add(source.kind);
  }
  return otherwise();
};

/** Programs and files are not even tried by somebody who may not. */
const ifAllowed = async (
  edge: Edge,
  source: Source,
  { signal }: ReadOptions,
  read: () => Promise<RawReading>,
): Promise<RawReading> => {
  if (source.rights === 'user') return read();
  return lackingRights(source, await edge.whoAmI(signal)) ?? read();
};

/** `reg.exe` ends with 1 for a missing key and for a forbidden one; only its translated words differ. */
const runRegistry: Readers['registry'] = async (edge, source, options) => {
  const command = registryCommand(source);
  if (command === null) return refusedSource();
  const reading = await run(edge, command, source.limitMs, options);
  if (reading.kind !== 'ok' || reading.value.exitCode === 0) return reading;
  const absent = await edge.absentMessage();
  if (absent === null) return failed('crashed', `exit ${String(reading.value.exitCode)}`);
  return Buffer.compare(absent, reading.value.bytes) === 0
    ? reading
    : unavailable('denied', `exit ${String(reading.value.exitCode)}`);
};

/** Exit codes of `wevtutil` are numbers of Windows, unlike its words. */
const eventErrors: Record<number, RawReading> = {
  5: unavailable('denied', 'exit 5'),
  15_007: unavailable('absent', 'exit 15007'),
};

const runEvents: Readers['events'] = async (edge, source, options) => {
  const command = eventsCommand(source);
  if (command === null) return refusedSource();
  const reading = await run(edge, command, source.limitMs, options);
  if (reading.kind !== 'ok') return reading;
  return eventErrors[reading.value.exitCode ?? 0] ?? reading;
};

const readFile: Readers['file'] = async (edge, source, { signal }) => {
  const path = expandPath(edge.machine, source.path);
  if (path === null) return refusedSource();
  return readFileBytes(path, source, signal);
};

const measure: Readers['sizes'] = async (edge, source, { signal }) => {
  const path = expandPath(edge.machine, source.path);
  return path === null ? refusedSource() : readSizes(path, source.limitMs, signal);
};

const readers: Readers = {
  command: (edge, source, options) =>
    ifAllowed(edge, source, options, () => run(edge, source, source.limitMs, options)),
  registry: (edge, source, options) =>
    viaHost(edge, source, options, () =>
      ifAllowed(edge, source, options, () => runRegistry(edge, source, options)),
    ),
  events: (edge, source, options) =>
    viaHost(edge, source, options, () =>
      ifAllowed(edge, source, options, () => runEvents(edge, source, options)),
    ),
  cim: (edge, source, options) =>
    viaHost(edge, source, options, () => Promise.resolve(unavailable('blocked-by-policy'))),
  file: (edge, source, options) =>
    ifAllowed(edge, source, options, () => readFile(edge, source, options)),
  sizes: (edge, source, options) =>
    ifAllowed(edge, source, options, () => measure(edge, source, options)),
  host: async (edge, _source, { signal }) =>
    readHost(edge.machine, edge.machine.platform === 'win32' ? await edge.whoAmI(signal) : null),
};

/** A door that is closed to this caller and open to a higher one says which key is missing. */
const sayWhoMay = async (
  edge: Edge,
  source: Source,
  { signal }: ReadOptions,
  reading: RawReading,
): Promise<RawReading> => {
  if (source.rights === 'user' || reading.kind !== 'unavailable' || reading.why !== 'denied')
    return reading;
  return lackingRights(source, await edge.whoAmI(signal)) ?? reading;
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};

const mostAtOnce = 6;

const createEdge = (machine: Machine, start: Start): Edge => {
  const askHost = createHost(start);
  const startLimited = limited(start, mostAtOnce);
  return {
    machine,
    start: startLimited,
    askHost,
    whoAmI: createWhoAmI(askHost, startLimited),
    withoutHost: new Set(),
    absentMessage: once(async () => {
      const { tool, args } = absentKeyCommand;
      const reading = await startLimited(tool, args, { limitMs: 10_000 });
      return reading.kind === 'ok' && reading.value.exitCode !== 0 ? reading.value.bytes : null;
    }),
  };
};

/** This PC. Off Windows only what Node itself knows can be read. */
export const createLive = (options: LiveOptions = {}): Os => {
  const { start, ownProgram = null, ...given } = options;
  const machine: Machine = { ...thisMachine(), ...given };
  const edge = createEdge(machine, start ?? createStart(machine));
  return {
    kind: 'live',
    platform: machine.platform,
    get observedAt() {
      return new Date();
    },
    async read(source, readOptions = {}) {
      if (readOptions.signal?.aborted === true) return failed('cancelled');
      if (machine.platform !== 'win32' && source.kind !== 'host')
        return unavailable('other-os', machine.platform);
      const read = readers[source.kind] as (
        edge: Edge,
        source: Source,
        options: ReadOptions,
      ) => Promise<RawReading>;
      return sayWhoMay(edge, source, readOptions, await read(edge, source, readOptions));
    },
    async act(act, actOptions = {}) {
      // Not `cancelled`: that would say it may have happened.
      if (actOptions.signal?.aborted === true) return failed('could-not-start', 'cancelled');
      if (machine.platform !== 'win32') return unavailable('other-os', machine.platform);
      return perform({ machine, start: edge.start, ownProgram }, act, actOptions);
    },
  };
};
