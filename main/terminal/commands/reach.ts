import { namedJson } from '../../network/named/report-json';
import { reachNamed } from '../../network/named/reach';
import { namedTarget } from '../../network/named/target';
import { nameService, systemNames } from '../../network/names';
import { publicTrust } from '../../network/tls';
import { isClosed } from '../../network/wire';
import { json, type Command } from '../command';
import { deviceProxyFor } from '../device-proxy';
import { exitOf } from '../exit';
import { liveLine } from '../live-line';
import { proxyAsked, serversFrom } from '../network-options';
import { Problem } from '../problem';
import { showNamed } from '../show-named';
import { wayOut } from '../way-out';

const stepLimitMs = 4000;

export const command: Command = {
  name: 'reach',
  summary: 'named.summary',
  options: {
    printer: { kind: 'flag', words: 'named.option.printer' },
    proxy: { kind: 'value', value: 'HOST:PORT', words: 'endpoints.option.proxy' },
    dns: { kind: 'value', value: 'IP[:PORT]', words: 'dc.option.dns' },
    offline: { kind: 'flag', words: 'net.option.offline' },
    json,
  },
  positionals: { usage: 'TARGET', least: 1, most: 1 },
  notes: ['named.notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const { flags, values } = call;
    const [typed = ''] = call.positionals;
    const named = namedTarget(typed, flags.has('printer'));
    if (named.kind === 'wrong')
      throw new Problem(`named.usage.${named.why}`, { values: { typed } });
    const { target } = named;
    const servers = serversFrom(values.get('dns'));
    const wire = await wayOut(call, terminal);
    const direct = isClosed(wire) || target.kind !== 'web';
    const proxy = await proxyAsked(
      direct ? 'none' : values.get('proxy'),
      () => deviceProxyFor(target.host, terminal.signal),
      terminal,
    );
    const done = liveLine(terminal, (elapsed) =>
      terminal.words.say('named.progress', { host: target.host, elapsed }),
    );
    const report = await reachNamed(
      {
        wire,
        names: nameService(wire, servers),
        system: servers.length > 0 ? null : systemNames(wire),
        proxy,
        trust: publicTrust(),
        limitMs: stepLimitMs,
        signal: terminal.signal,
      },
      target,
    ).finally(done);
    terminal.out(
      flags.has('json')
        ? `${JSON.stringify(namedJson(report), null, 2)}\n`
        : showNamed(report, terminal),
    );
    return exitOf[report.verdict.state];
  },
};
