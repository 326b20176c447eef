import { json, type Command } from '../command';
import { organisationOption } from '../organisation';

export const command: Command = {
  name: 'batch',
  summary: 'terminal.batch.summary',
  options: {
    by: { kind: 'value', value: 'NAME', words: 'terminal.batch.by' },
    capture: { kind: 'value', value: 'PATH', words: 'terminal.check.capture' },
    sample: { kind: 'value', value: 'ID', words: 'terminal.check.sample' },
    organisation: organisationOption,
    json,
  },
  positionals: { usage: 'new|show|add|take|set|sign|export SHEET […]', least: 1, most: 26 },
  notes: ['terminal.batch.notes', 'terminal.batch.exit-codes'],
  async run(call, terminal) {
    const { runVerb } = await import('../batch-verbs');
    return runVerb(call, terminal);
  },
};
