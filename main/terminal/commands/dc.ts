import { networksHere } from '../../network/here';
import { domainName } from '../../network/locator/domain-name';
import { locate } from '../../network/locator/locate';
import { domainJson } from '../../network/locator/report-json';
import { nameService } from '../../network/names';
import { closedWire, openWire } from '../../network/wire';
import { json, type Command } from '../command';
import { exitOf } from '../exit';
import { liveLine } from '../live-line';
import { serversFrom } from '../network-options';
import { Problem } from '../problem';
import { showDomain } from '../show-domain';

const siteName = /^[\p{L}\p{N}_-]{1,63}$/u;

const siteFrom = (typed: string | undefined): string | null => {
  if (typed === undefined) return null;
  if (!siteName.test(typed)) throw new Problem('dc.usage.site', { values: { typed } });
  return typed;
};

export const command: Command = {
  name: 'dc',
  summary: 'dc.summary',
  options: {
    dns: { kind: 'value', value: 'IP[:PORT]', words: 'dc.option.dns' },
    site: { kind: 'value', value: 'NAME', words: 'dc.option.site' },
    all: { kind: 'flag', words: 'dc.option.all' },
    offline: { kind: 'flag', words: 'net.option.offline' },
    json,
  },
  positionals: { usage: 'DOMAIN', least: 1, most: 1 },
  notes: ['dc.notes', 'terminal.check.exit-codes'],
  async run({ positionals: [typed = ''], flags, values }, terminal) {
    const domain = domainName(typed);
    if (domain.kind === 'wrong') throw new Problem('dc.usage.domain', { values: { typed } });
    const servers = serversFrom(values.get('dns'));
    const site = siteFrom(values.get('site'));
    const wire = flags.has('offline') ? closedWire : openWire;
    const done = liveLine(terminal, (elapsed) =>
      terminal.words.say('dc.progress', { domain: domain.name, elapsed }),
    );
    const report = await locate(wire, nameService(wire, servers), {
      domain: domain.name,
      oneLabel: domain.oneLabel,
      site,
      guid: null,
      all: flags.has('all'),
      here: networksHere(),
      host: null,
      signal: terminal.signal,
    }).finally(done);
    terminal.out(
      flags.has('json')
        ? `${JSON.stringify(domainJson(report), null, 2)}\n`
        : showDomain(report, terminal),
    );
    return exitOf[report.verdict.state];
  },
};
