import type { VerdictState } from '../../core/diagnosis';
import { namedJson } from '../../network/named/report-json';
import { reachNamed, type NamedMeans } from '../../network/named/reach';
import { namedTarget, type NamedTarget } from '../../network/named/target';
import { nameService, systemNames } from '../../network/names';
import { publicTrust } from '../../network/tls';
import { isClosed } from '../../network/wire';
import { json, type Call, type Command } from '../command';
import { deviceProxyFor } from '../device-proxy';
import { exitOf, type ExitCode } from '../exit';
import { liveLine } from '../live-line';
import { reachServers, stepLimitMs } from '../named-means';
import { proxyAsked, serversFrom } from '../network-options';
import { organisationFor, organisationOption } from '../organisation';
import { Problem } from '../problem';
import { showNamed } from '../show-named';
import type { Terminal } from '../terminal';
import { wayOut } from '../way-out';
import { printable } from '../wrap';

/** How this call wants to get there. */
const meansOf = async (call: Call, terminal: Terminal) => {
  const { values } = call;
  const servers = serversFrom(values.get('dns'));
  const wire = await wayOut(call, terminal);
  return async (target: NamedTarget): Promise<NamedMeans> => {
    const direct = isClosed(wire) || target.kind !== 'web';
    const proxy = await proxyAsked(
      direct ? 'none' : values.get('proxy'),
      () => deviceProxyFor(target.host, terminal.signal),
      wire,
      terminal,
    );
    return {
      wire,
      names: nameService(wire, servers),
      system: servers.length > 0 ? null : systemNames(wire),
      proxy,
      trust: publicTrust(),
      limitMs: stepLimitMs,
      signal: terminal.signal,
    };
  };
};

const waiting = (host: string, terminal: Terminal) =>
  liveLine(terminal, (elapsed) => terminal.words.say('named.progress', { host, elapsed }));

const reachTyped = async (typed: string, call: Call, terminal: Terminal): Promise<ExitCode> => {
  const named = namedTarget(typed, call.flags.has('printer'));
  if (named.kind === 'wrong') throw new Problem(`named.usage.${named.why}`, { values: { typed } });
  const { target } = named;
  const meansFor = await meansOf(call, terminal);
  const means = await meansFor(target);
  const report = await reachNamed(means, target).finally(waiting(target.host, terminal));
  terminal.out(
    call.flags.has('json')
      ? `${JSON.stringify(namedJson(report), null, 2)}\n`
      : showNamed(report, terminal),
  );
  return exitOf[report.verdict.state];
};

const worstFirst: readonly VerdictState[] = ['broken', 'attention', 'unknown', 'healthy'];

/** Without a target: every server that the organisation names in its file. */
const reachOwn = async (call: Call, terminal: Terminal): Promise<ExitCode> => {
  const organisation = await organisationFor(call, terminal, 'this-device');
  const { servers = [], name = '' } = organisation ?? {};
  if (servers.length === 0) throw new Problem('named.usage.empty');
  const meansFor = await meansOf(call, terminal);
  const reports = await reachServers(servers, meansFor).finally(waiting(name, terminal));
  const named = reports.map((report, at) => ({ name: servers[at]?.name ?? null, report }));
  const { out, paint } = terminal;
  if (call.flags.has('json')) {
    const rows = named.map((row) => ({ name: row.name, ...namedJson(row.report) }));
    out(`${JSON.stringify({ schema: 1, servers: rows }, null, 2)}\n`);
  } else
    for (const row of named) {
      if (row.name !== null) out(`${paint('bold', printable(row.name))}\n`);
      out(`${showNamed(row.report, terminal)}\n`);
    }
  const states = reports.map(({ verdict }) => verdict.state);
  return exitOf[worstFirst.find((state) => states.includes(state)) ?? 'unknown'];
};

export const command: Command = {
  name: 'reach',
  summary: 'named.summary',
  options: {
    printer: { kind: 'flag', words: 'named.option.printer' },
    proxy: { kind: 'value', value: 'HOST:PORT', words: 'endpoints.option.proxy' },
    dns: { kind: 'value', value: 'IP[:PORT]', words: 'dc.option.dns' },
    offline: { kind: 'flag', words: 'net.option.offline' },
    organisation: organisationOption,
    json,
  },
  positionals: { usage: '[TARGET]', least: 0, most: 1 },
  notes: ['named.notes', 'terminal.check.exit-codes'],
  run: (call, terminal) => {
    const [typed] = call.positionals;
    return typed === undefined ? reachOwn(call, terminal) : reachTyped(typed, call, terminal);
  },
};
