import type { Facts, ProbeId } from '../facts/index';
import type { Hit, Rule } from '../finding';
import { valueOf, type Snapshot } from '../snapshot';

/** A rule over one reading. What was not read is never judged. */
export const ofReading = <K extends ProbeId>(
  probe: K,
  about: Omit<Rule, 'when'>,
  when: (facts: Facts[K], snapshot: Snapshot) => Hit | null,
): Rule => ({
  ...about,
  when: (snapshot) => {
    const facts = valueOf(snapshot, probe);
    return facts === null ? null : when(facts, snapshot);
  },
});
