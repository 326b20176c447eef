import { loadCodes } from '../../catalogue';
import { explainCode, type Explanation } from '../../core/codes';
import { json, type Command } from '../command';
import { exit } from '../exit';
import { explanationJson } from '../explain-json';
import { Problem } from '../problem';
import { showExplanation } from '../show-explanation';

const isFound = (explanation: Explanation): boolean =>
  explanation.kind === 'known' ||
  explanation.kind === 'matches' ||
  (explanation.kind === 'structure' && explanation.structure.severity === 'success');

export const command: Command = {
  name: 'explain',
  summary: 'terminal.explain.summary',
  options: { json },
  positionals: { usage: 'CODE…', least: 1, most: 200 },
  notes: ['terminal.explain.notes'],
  async run({ positionals, flags }, terminal) {
    if (positionals.some((code) => code.trim() === '')) throw new Problem('terminal.explain.empty');
    const index = await loadCodes();
    const explanations = positionals.map((code) => explainCode(index, code));
    const { words, out } = terminal;
    if (flags.has('json')) {
      const codes = explanations.map((each) => explanationJson(each, words));
      out(`${JSON.stringify({ schema: 1, codes }, null, 2)}\n`);
    } else out(explanations.map((each) => showExplanation(each, terminal)).join('\n'));
    return explanations.every(isFound) ? exit.healthy : exit.undetermined;
  },
};
