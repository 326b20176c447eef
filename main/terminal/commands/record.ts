import type { Command } from '../command';
import { budgetFrom } from '../budget';
import { exit } from '../exit';
import { writingProblem } from '../file-problem';

export const command: Command = {
  name: 'record',
  summary: 'terminal.record.summary',
  options: {
    redact: { kind: 'flag', words: 'terminal.record.redact' },
    force: { kind: 'flag', words: 'terminal.record.force' },
    budget: { kind: 'value', value: 'SECONDS', words: 'terminal.option.budget' },
  },
  positionals: { usage: 'OUT', least: 1, most: 1 },
  notes: ['terminal.record.notes'],
  async run({ positionals: [out = ''], flags, values }, terminal) {
    const budgetMs = budgetFrom(values.get('budget'));
    const { recordThisDevice } = await import('../record');
    const { signal, words } = terminal;
    const [force, redact] = [flags.has('force'), flags.has('redact')];
    const recorded = await recordThisDevice(out, { budgetMs, signal, force, redact });
    if (!recorded.ok) throw writingProblem(out, recorded.code, recorded.detail);
    const { path, sources, read } = recorded.value;
    terminal.out(`${words.say('terminal.record.done', { path, sources, read })}\n`);
    if (read > 0) return exit.healthy;
    terminal.err(`fieldkit: ${words.say('terminal.record.nothing')}\n`);
    return exit.undetermined;
  },
};
