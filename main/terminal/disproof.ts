import type { Look } from '../engine';
import { disproofsOf } from '../core/disproof';
import { nearest } from '../core/nearest';
import { rules } from '../core/rules/index';
import { Problem } from './problem';
import type { FindingDisproof } from './show-disproof';

export const every = 'all';

/** Refused before anything is read: a misspelt id would cost a whole look. */
export const knownFinding = (id: string | undefined): string | undefined => {
  if (id === undefined || id === every || rules.some((rule) => rule.id === id)) return id;
  const [near] = nearest(
    id,
    rules.map((rule) => rule.id),
    1,
  );
  throw new Problem('disproof.unknown-finding', {
    values: { id },
    ...(near === undefined
      ? {}
      : { hint: { key: 'terminal.usage.did-you-mean', values: { word: near } } }),
  });
};

/** What would have to read differently for the findings that were asked about. */
export const disproofsFor = (
  asked: string,
  { diagnosis, snapshot }: Pick<Look, 'diagnosis' | 'snapshot'>,
): FindingDisproof[] =>
  diagnosis.findings.flatMap(({ id }) => {
    const rule = asked === every || asked === id ? rules.find((one) => one.id === id) : undefined;
    return rule === undefined ? [] : [{ finding: id, ...disproofsOf(rule, snapshot) }];
  });
