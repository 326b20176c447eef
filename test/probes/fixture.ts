import type { ProbeId } from '../../main/core/facts/index';
import type { RawReading } from '../../main/os/port';

/** Input that every probe must have been shown: a recorded one, or one built after a documented shape. */
export interface Fixture {
  id: ProbeId;
  origin: 'capture' | 'documented-shape';
  given: Readonly<Record<string, RawReading>>;
}
