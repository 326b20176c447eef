import type { ClockReading } from '../core/clocks';
import type { EndpointsReport } from './endpoints/run';
import type { DomainReport } from './locator/locate';
import type { Answer } from './outcome';

const shown = (
  shownBy: ClockReading['shownBy'],
  host: string,
  answer: Answer<{ offsetMs: number | null }> | null | undefined,
): ClockReading[] =>
  answer?.kind === 'answered' && answer.value.offsetMs !== null
    ? [{ shownBy, host, offsetMs: answer.value.offsetMs }]
    : [];

/** The clocks of the controllers that were looked at: by Kerberos, by SMB and by NTP. */
export const clocksOfDomain = ({ controllers }: DomainReport): ClockReading[] =>
  controllers.flatMap(({ heard: { host }, examination }) => [
    ...shown('kerberos', host, examination?.kerberos),
    ...shown('smb', host, examination?.smb),
    ...shown('ntp', host, examination?.time),
  ]);

/** The clocks of the cloud: by the date of its answers, and by its time servers. */
export const clocksOfCloud = ({ results }: EndpointsReport): ClockReading[] =>
  results.flatMap(({ target: { host, protocol }, offsetMs }) =>
    offsetMs === null ? [] : [{ shownBy: protocol === 'udp' ? 'ntp' : 'https', host, offsetMs }],
  );
