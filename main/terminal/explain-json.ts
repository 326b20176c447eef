import type { Words } from '../../strings/index';
import type { CodeMeaning, Explanation } from '../core/codes';
import { structureWords } from '../reports/code-words';

const empty = { area: null, symbol: null, owner: null, causes: [], steps: [], source: null };

const of = (explanation: Explanation, words: Words): Partial<CodeMeaning> | typeof empty => {
  if (explanation.kind === 'known') return explanation.meaning;
  const structure = explanation.kind === 'structure' ? explanation.structure : null;
  return { ...empty, ...structureWords(structure, words) };
};

/** One asked code in the JSON of `explain`. */
export const explanationJson = (explanation: Explanation, words: Words) => ({
  ...of(explanation, words),
  asked: explanation.asked,
  code: explanation.code,
  known: explanation.kind === 'known',
  kind: explanation.kind,
  others: 'others' in explanation ? explanation.others : [],
  related: 'related' in explanation ? explanation.related : [],
  matches: 'matches' in explanation ? explanation.matches : [],
  structure: 'structure' in explanation ? explanation.structure : null,
  suggestions: 'suggestions' in explanation ? explanation.suggestions : [],
});
