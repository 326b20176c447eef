import { ok } from '../../core/reading';
import type { Probe } from '../probe';
import { notUnderstood, textReads } from '../text/raw';
import { answerOf, failureOf, nltest } from './nltest';

const source = nltest('nltest-dsgetsite', 10_000, '/dsgetsite');

/** One label of a name, as directories allow for sites. */
const siteName = /^[\p{L}\p{N}_-]{1,63}$/u;

export const directorySiteProbe: Probe<'directory-site'> = {
  id: 'directory-site',
  on: ['win32'],
  reads: textReads(source),
  parse: (raws) => {
    const answer = answerOf(raws, source);
    if (answer.kind !== 'ok') return answer;
    const failure = failureOf(answer.value);
    if (failure !== null) return ok({ name: null, failure });
    const [name = '', ...rest] = answer.value.lines;
    // The name is followed by a sentence of success in the language of the PC.
    return siteName.test(name) && rest.length > 0
      ? ok({ name, failure: null })
      : notUnderstood(answer.value.text);
  },
};
