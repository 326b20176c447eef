import type { Call } from './command';
import { Problem } from './problem';
import type { Target } from './target';

/** Which device is meant: a capture, a sample, or this one. */
export const targetFrom = ({ values }: Call): Target => {
  const capture = values.get('capture');
  const sample = values.get('sample');
  if (capture !== undefined && sample !== undefined)
    throw new Problem('terminal.usage.either-or', {
      values: { one: '--capture', other: '--sample' },
    });
  if (capture !== undefined) return { kind: 'capture', path: capture };
  return sample === undefined ? { kind: 'this-device' } : { kind: 'sample', id: sample };
};
