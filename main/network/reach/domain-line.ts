import type { StopState } from '../../core/line-map';
import type { DomainReport } from '../locator/locate';
import { stateOfAnswers, stateOfVerdict, type ReachStop } from './stop';

export type DomainStop =
  'names' | 'company-network' | 'domain-controller' | 'sign-in' | 'file-access';

/** The way from this PC into the company, each stop by its own proof. */
export const domainLine = (report: DomainReport): ReachStop<DomainStop>[] => {
  const { search, chosen, verdict } = report;
  const examination = chosen?.examination ?? null;
  const pings = search.asked.flatMap(({ pings: one }) => one.flatMap(({ udp, tcp }) => [udp, tcp]));
  const controller = (): StopState => {
    if (chosen !== null) return stateOfVerdict[verdict.state];
    return search.heard.length > 0 ? 'broken' : 'unknown';
  };
  const apart = chosen?.problems.some(({ code }) => code === 'clock-apart') ?? false;
  return [
    { id: 'names', state: stateOfAnswers(search.records.map(({ answer }) => answer)) },
    { id: 'company-network', state: stateOfAnswers(pings) },
    { id: 'domain-controller', state: controller() },
    {
      id: 'sign-in',
      state: apart ? 'broken' : stateOfAnswers([examination?.kerberos ?? null]),
    },
    { id: 'file-access', state: stateOfAnswers([examination?.smb ?? null]) },
  ];
};
