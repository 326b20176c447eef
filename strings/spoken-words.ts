import type { SpokenView } from '../preload/contract-hand-over';
import type { Words } from './index';
import { span } from './span';

/** What a support code says besides its findings, in one line. */
export const spokenWords = ({ age, build, hasMore }: SpokenView, words: Words): string =>
  [
    words.say('spoken.age', {
      kind: age.kind,
      age: age.kind === 'unknown' ? '' : span(age.minutes, words.language),
    }),
    ...(build === null ? [] : [words.say('spoken.build', { build: String(build) })]),
    ...(hasMore ? [words.say('spoken.more')] : []),
  ].join(' ');
