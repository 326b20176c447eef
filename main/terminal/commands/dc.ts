import { networksHere } from '../../network/here';
import { domainName } from '../../network/locator/domain-name';
import { locate } from '../../network/locator/locate';
import { domainJson } from '../../network/locator/report-json';
import { nameService } from '../../network/names';
import { type Call, json, type Command } from '../command';
import { deviceDomain } from '../device-domain';
import { deviceNames } from '../device-names';
import { exitOf } from '../exit';
import { liveLine } from '../live-line';
import { serversFrom } from '../network-options';
import { Problem } from '../problem';
import { showDomain } from '../show-domain';
import { targetFrom } from '../target-option';
import type { Terminal } from '../terminal';
import { wayOut } from '../way-out';

const siteName = /^[\p{L}\p{N}_-]{1,63}$/u;

const siteFrom = (typed: string | undefined): string | null => {
  if (typed === undefined) return null;
  if (!siteName.test(typed)) throw new Problem('dc.usage.site', { values: { typed } });
  return typed;
};

/** Without a name the domain is the device's own. */
const ofDevice = async (call: Call, { signal, err, words }: Terminal): Promise<string> => {
  const domain = await deviceDomain(targetFrom(call), signal);
  if (domain === null) throw new Problem('check-reach.dc-no-domain');
  err(`fieldkit: ${words.say('chain.domain', { domain })}\n`);
  return domain;
};

export const command: Command = {
  name: 'dc',
  summary: 'dc.summary',
  options: {
    dns: { kind: 'value', value: 'IP[:PORT]', words: 'dc.option.dns' },
    site: { kind: 'value', value: 'NAME', words: 'dc.option.site' },
    all: { kind: 'flag', words: 'dc.option.all' },
    capture: { kind: 'value', value: 'PATH', words: 'check-reach.dc-capture' },
    offline: { kind: 'flag', words: 'net.option.offline' },
    json,
  },
  positionals: { usage: '[DOMAIN]', least: 0, most: 1 },
  notes: ['dc.notes', 'check-reach.dc-notes', 'terminal.check.exit-codes'],
  async run(call, terminal) {
    const { flags, values } = call;
    const typed = call.positionals[0] ?? (await ofDevice(call, terminal));
    const domain = domainName(typed);
    if (domain.kind === 'wrong') throw new Problem('dc.usage.domain', { values: { typed } });
    const servers = serversFrom(values.get('dns'));
    const site = siteFrom(values.get('site'));
    const wire = await wayOut(call, terminal);
    const done = liveLine(terminal, (elapsed) =>
      terminal.words.say('dc.progress', { domain: domain.name, elapsed }),
    );
    const names =
      servers.length > 0
        ? nameService(wire, servers)
        : await deviceNames(wire, domain.name, terminal.signal);
    const report = await locate(wire, names, {
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
