import { nearest } from '../../core/nearest';
import {
  clouds,
  type Cloud,
  loadEndpoints,
  purposesOf,
  type Row,
  select,
} from '../../network/endpoints/catalogue';
import { endpointsJson } from '../../network/endpoints/report-json';
import { runEndpoints } from '../../network/endpoints/run';
import { nameService } from '../../network/names';
import { publicTrust } from '../../network/tls';
import { isClosed } from '../../network/wire';
import { deviceProxy } from '../device-proxy';
import { deviceRegion } from '../device-region';
import { json, type Command } from '../command';
import { exitOf } from '../exit';
import { liveLine } from '../live-line';
import { proxyAsked, serversFrom } from '../network-options';
import { Problem } from '../problem';
import { showEndpoints } from '../show-endpoints';
import type { Terminal } from '../terminal';
import { wayOut } from '../way-out';

const stepLimitMs = 4000;

/** One of a closed list, or a problem that names the list and the nearest word of it. */
const oneOf = <T extends string>(known: readonly T[], typed: string): T => {
  const found = known.find((one) => one === typed.toLowerCase());
  if (found !== undefined) return found;
  const [near] = nearest(typed, [...known], 1);
  throw new Problem('endpoints.usage.unknown', {
    values: { typed, known: known.join(', ') },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } as const }),
  });
};

const regionsOf = (rows: readonly Row[]) => [
  ...new Set(rows.flatMap(({ region }) => region ?? [])),
];

const regionAsked = async (
  values: ReadonlyMap<string, string>,
  known: readonly string[],
  terminal: Terminal,
): Promise<string | null> => {
  const typed = values.get('region');
  if (typed !== undefined) return oneOf(known, typed);
  const capture = values.get('capture');
  if (capture === undefined) return null;
  const region = await deviceRegion(capture, terminal.signal);
  const said =
    region === null
      ? terminal.words.say('endpoints.region-unknown')
      : terminal.words.say('endpoints.region-of-device', { region });
  terminal.err(`fieldkit: ${said}\n`);
  return region;
};

const listFrom = (typed: string | undefined): string[] =>
  typed === undefined ? [] : typed.split(',').map((one) => one.trim());

export const command: Command = {
  name: 'endpoints',
  summary: 'endpoints.summary',
  options: {
    for: { kind: 'value', value: 'NAME,…', words: 'endpoints.option.for' },
    cloud: { kind: 'value', value: 'NAME', words: 'endpoints.option.cloud' },
    region: { kind: 'value', value: 'NAME', words: 'endpoints.option.region' },
    capture: { kind: 'value', value: 'PATH', words: 'endpoints.option.capture' },
    proxy: { kind: 'value', value: 'HOST:PORT', words: 'endpoints.option.proxy' },
    dns: { kind: 'value', value: 'IP[:PORT]', words: 'dc.option.dns' },
    offline: { kind: 'flag', words: 'net.option.offline' },
    json,
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['endpoints.notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const { flags, values } = call;
    const rows = await loadEndpoints();
    const purposes = listFrom(values.get('for')).map((one) => oneOf(purposesOf(rows), one));
    const cloud: Cloud = oneOf(clouds, values.get('cloud') ?? 'public');
    const region = await regionAsked(values, regionsOf(rows), terminal);
    const servers = serversFrom(values.get('dns'));
    const wire = await wayOut(call, terminal);
    const proxy = await proxyAsked(
      isClosed(wire) ? 'none' : values.get('proxy'),
      () => deviceProxy(terminal.signal),
      wire,
      terminal,
    );
    const selection = select(rows, { purposes, cloud, region });
    const of = selection.targets.length;
    let done = 0;
    const stop = liveLine(terminal, (elapsed) =>
      terminal.words.say('endpoints.progress', { done, of, elapsed }),
    );
    const report = await runEndpoints(
      {
        wire,
        names: nameService(wire, servers),
        proxy,
        trust: publicTrust(),
        limitMs: stepLimitMs,
        signal: terminal.signal,
      },
      selection,
      () => {
        done += 1;
      },
    ).finally(stop);
    terminal.out(
      flags.has('json')
        ? `${JSON.stringify(endpointsJson(report), null, 2)}\n`
        : showEndpoints(report, terminal),
    );
    return exitOf[report.state];
  },
};
