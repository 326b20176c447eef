import { json, type Command } from '../command';
import { exitOf } from '../exit';
import type { Terminal } from '../terminal';

const budgetMs = 60_000;

export const command: Command = {
  name: 'compare',
  summary: 'terminal.compare.summary',
  options: { json },
  positionals: { usage: 'A B', least: 2, most: 2 },
  notes: ['terminal.compare.notes', 'terminal.check.exit-codes'],
  async run({ positionals: [first = '', second = ''], flags }, terminal) {
    const { compare } = await import('../../core/compare');
    const { comparisonJson, showComparison } = await import('../show-comparison');
    const before = await lookAt(first, terminal);
    const after = await lookAt(second, terminal);
    const comparison = compare(before, after);
    terminal.out(
      flags.has('json')
        ? `${JSON.stringify(comparisonJson(before, after, comparison, terminal.words), null, 2)}\n`
        : showComparison(before, after, comparison, terminal),
    );
    return exitOf[after.diagnosis.state];
  },
};

const lookAt = async (path: string, terminal: Terminal) => {
  const { look } = await import('../../engine');
  const { openTarget } = await import('../target');
  const opened = await openTarget({ kind: 'capture', path });
  if (!opened.ok) throw opened.problem;
  return look(opened.os, { budgetMs, signal: terminal.signal });
};
