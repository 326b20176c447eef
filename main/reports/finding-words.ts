import type { Words } from '../../strings/index';
import type { Finding, Owner } from '../core/finding';

export interface FindingWords {
  title: string;
  why: string | null;
  next: string | null;
}

/** A finding without words would be a fault of ours; its id is still better than silence. */
export const findingWords = ({ id, values }: Finding, words: Words): FindingWords => ({
  title: words.lookUp(`finding.${id}.title`, values) ?? id,
  why: words.lookUp(`finding.${id}.why`, values),
  next: words.lookUp(`finding.${id}.next`, values),
});

/** In a report the person at the device is somebody else than its reader. */
export const ownerWords = (owner: Owner, { say }: Words): string =>
  say(owner === 'user' ? 'report.owner.user' : `owner.${owner}`);
