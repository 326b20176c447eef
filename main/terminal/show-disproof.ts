import type { Disproofs } from '../core/disproof';
import type { Terminal } from './terminal';
import { printable, wrap } from './wrap';
import { listed } from '../../strings/listed';

export interface FindingDisproof extends Disproofs {
  finding: string;
}

export const showDisproof = (
  { finding, facts, standsOn }: FindingDisproof,
  { words, width, paint }: Terminal,
): string => {
  const title = words.say('disproof.of', { finding });
  const probes = listed(
    standsOn.map((probe) => words.lookUp(`probe.${probe}`) ?? probe),
    words,
  );
  const rows = facts.map(({ field, value, instead }) =>
    wrap(printable(words.say('disproof.row', { field, value, instead })), width, '    ', '  • '),
  );
  return [
    paint('bold', title),
    ...(rows.length === 0 ? [] : [wrap(words.say('disproof.intro'), width, '  ', '  '), ...rows]),
    wrap(
      probes === '' ? words.say('disproof.several') : words.say('disproof.stands-on', { probes }),
      width,
      '  ',
      '  ',
    ),
    '',
  ].join('\n');
};
