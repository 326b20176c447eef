import { failed, unavailable } from '../core/reading';
import { createCim, type AskCim } from './cim';
import { absentKeyCommand, eventsCommand, registryCommand, type Command } from './commands';
import { expandPath, readFileBytes } from './files';
import { readHost } from './host';
import { thisMachine, type Machine } from './machine';
import type { Os, RawReading, ReadOptions, Source } from './port';
import { createStart, type Start } from './run';

export type LiveOptions = Partial<Machine> & { start?: Start };

interface Edge {
  machine: Machine;
  start: Start;
  askCim: AskCim;
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

/** `reg.exe` ends with 1 for a missing key and for a forbidden one; only its translated words differ. */
const readRegistry: Readers['registry'] = async (edge, source, options) => {
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

const readEvents: Readers['events'] = async (edge, source, options) => {
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

const readers: Readers = {
  command: (edge, source, options) => run(edge, source, source.limitMs, options),
  registry: readRegistry,
  cim: (edge, source, { signal }) => edge.askCim(source, signal),
  events: readEvents,
  file: readFile,
  host: (edge) => Promise.resolve(readHost(edge.machine)),
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};

const createEdge = (machine: Machine, start: Start): Edge => {
  return {
    machine,
    start,
    askCim: createCim(start),
    absentMessage: once(async () => {
      const { tool, args } = absentKeyCommand;
      const reading = await start(tool, args, { limitMs: 10_000 });
      return reading.kind === 'ok' && reading.value.exitCode !== 0 ? reading.value.bytes : null;
    }),
  };
};

/** This PC. Off Windows only what Node itself knows can be read. */
export const createLive = (options: LiveOptions = {}): Os => {
  const { start, ...given } = options;
  const machine: Machine = { ...thisMachine(), ...given };
  const edge = createEdge(machine, start ?? createStart(machine));
  return {
    kind: 'live',
    platform: machine.platform,
    get observedAt() {
      return new Date();
    },
    read(source, readOptions = {}) {
      if (readOptions.signal?.aborted === true) return Promise.resolve(failed('cancelled'));
      if (machine.platform !== 'win32' && source.kind !== 'host')
        return Promise.resolve(unavailable('other-os', machine.platform));
      const read = readers[source.kind] as (
        edge: Edge,
        source: Source,
        options: ReadOptions,
      ) => Promise<RawReading>;
      return read(edge, source, readOptions);
    },
  };
};
