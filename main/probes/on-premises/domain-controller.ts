import type { FoundController } from '../../core/facts/on-premises';
import { ok } from '../../core/reading';
import type { Probe } from '../probe';
import { afterColon } from '../text/lines';
import { notUnderstood, textReads } from '../text/raw';
import { flagsIn } from './controller-flags';
import { answerOf, failureOf, nltest } from './nltest';

/** Without a name it asks for the domain this PC belongs to. */
const source = nltest('nltest-dsgetdc', 30_000, '/dsgetdc:');

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const slashed = (value: string) => /^\\\\(.+)$/.exec(value)?.[1] ?? null;

/** Rows stand in a fixed order; the row of our own site is missing when there is none. */
const controllerOf = (values: readonly string[]): FoundController | null => {
  const [host, address] = values.flatMap((value) => slashed(value) ?? []);
  const at = values.findIndex((value) => guid.test(value));
  const end = values.findLastIndex((value, place) => place > at && flagsIn(value) !== null);
  if (host === undefined || at < 0 || end < 0) return null;
  const [domain, forest, site, ourSite] = values.slice(at + 1, end);
  return {
    host,
    address: address ?? null,
    domainGuid: values[at]?.toLowerCase() ?? null,
    domain: domain ?? null,
    forest: forest ?? null,
    site: site ?? null,
    ourSite: ourSite ?? null,
    flags: flagsIn(values[end] ?? '') ?? 0,
  };
};

export const domainControllerProbe: Probe<'domain-controller'> = {
  id: 'domain-controller',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const answer = answerOf(raws, source);
    if (answer.kind !== 'ok') return answer;
    const failure = failureOf(answer.value);
    if (failure !== null) return ok({ found: null, failure });
    const found = controllerOf(answer.value.lines.flatMap((line) => afterColon(line) ?? []));
    return found === null ? notUnderstood(answer.value.text) : ok({ found, failure: null });
  },
};
