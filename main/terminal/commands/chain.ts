import { proxyWays } from '../../core/proxy-ways';
import { chainOutcome, signInChain } from '../../core/sign-in-chain';
import { budgetFrom } from '../budget';
import { json, type Command } from '../command';
import { exit } from '../exit';
import { progressOn } from '../progress';
import { showChain } from '../show-chain';
import { showProxies } from '../show-proxies';
import { targetFrom } from '../target-option';

export const command: Command = {
  name: 'chain',
  summary: 'chain.summary',
  options: {
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    budget: { kind: 'value', value: 'SECONDS', words: 'terminal.option.budget' },
    json,
  },
  positionals: { usage: '', least: 0, most: 0 },
  notes: ['chain.notes', 'chain.exit-codes'],
  async run(call, terminal) {
    const target = targetFrom(call);
    const budgetMs = budgetFrom(call.values.get('budget'));
    const [{ look }, { openTarget }] = await Promise.all([
      import('../../engine'),
      import('../target'),
    ]);
    const opened = await openTarget(target);
    if (!opened.ok) throw opened.problem;
    const { os } = opened;
    const progress = progressOn(terminal, budgetMs);
    const { snapshot, diagnosis } = await look(os, {
      budgetMs,
      signal: terminal.signal,
      onReading: progress.landed,
    }).finally(progress.stop);
    const chain = signInChain(snapshot, diagnosis.findings);
    const proxies = proxyWays(snapshot);
    terminal.out(
      call.flags.has('json')
        ? `${JSON.stringify({ schema: 1, ...chain, proxies }, null, 2)}\n`
        : `${showChain(chain, terminal)}${showProxies(proxies, terminal)}`,
    );
    if (os.kind === 'live' && os.platform !== 'win32')
      terminal.err(`fieldkit: ${terminal.words.say('terminal.check.not-windows')}\n`);
    return terminal.signal.aborted ? exit.undetermined : exitOf[chainOutcome(chain)];
  },
};

const exitOf = {
  proved: exit.healthy,
  'not-needed': exit.healthy,
  broken: exit.broken,
  open: exit.undetermined,
} as const;
