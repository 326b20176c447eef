import type { StopState } from '../../core/line-map';
import { nearness } from '../locator/election';
import type { ControllerReport, DomainReport } from '../locator/locate';
import {
  mostTelling,
  proofOf,
  type ReachProof,
  type ReachStop,
  stateOfAnswers,
  stateOfVerdict,
} from './stop';

export type DomainStop =
  'names' | 'company-network' | 'domain-controller' | 'sign-in' | 'file-access';

const pingProof = ({ search }: DomainReport): ReachProof[] =>
  search.asked.flatMap(({ candidate, names, pings }) => [
    ...(names.kind === 'answered' ? [] : proofOf(candidate.host, names)),
    ...pings.flatMap(({ address, udp, tcp }) => [
      ...proofOf(`${candidate.host} (${address}) UDP 389`, udp),
      ...proofOf(`${candidate.host} (${address}) TCP 389`, tcp),
    ]),
  ]);

const controllerProof = ({ heard, problems }: ControllerReport): ReachProof => ({
  of: heard.host,
  result: 'answered',
  ms: Math.round(heard.ms),
  values: {
    address: heard.address,
    site: heard.netlogon.dcSite,
    nearness: nearness(heard.netlogon),
    flags: [...heard.netlogon.flags],
    problems: problems.map(({ code }) => code),
  },
});

const signInProof = ({ heard, examination }: ControllerReport): ReachProof[] =>
  (
    [
      ['TCP 88', examination?.kerberos],
      ['UDP 88', examination?.kerberosUdp],
    ] as const
  ).flatMap(([port, answer]) =>
    proofOf(`${heard.host} ${port}`, answer ?? null, ({ symbol, offsetMs }) => ({
      symbol,
      offsetMs,
    })),
  );

const fileProof = ({ heard, examination }: ControllerReport): ReachProof[] =>
  proofOf(`${heard.host} TCP 445`, examination?.smb ?? null, ({ answer, offsetMs }) => ({
    dialect: answer.kind === 'negotiated' ? answer.dialect : answer.kind,
    offsetMs,
  }));

/** The way from this PC into the company, each stop by its own proof. */
export const domainLine = (report: DomainReport): ReachStop<DomainStop>[] => {
  const { search, chosen, verdict, controllers } = report;
  const examination = chosen?.examination ?? null;
  const pings = search.asked.flatMap(({ pings: one }) => one.flatMap(({ udp, tcp }) => [udp, tcp]));
  const controller = (): StopState => {
    if (chosen !== null) return stateOfVerdict[verdict.state];
    return search.heard.length > 0 ? 'broken' : 'unknown';
  };
  const apart = chosen?.problems.some(({ code }) => code === 'clock-apart') ?? false;
  const records = search.records.flatMap(({ name, answer }) =>
    proofOf(name, answer, (count) => ({ records: count })),
  );
  const stops: ReachStop<DomainStop>[] = [
    {
      id: 'names',
      state: stateOfAnswers(search.records.map(({ answer }) => answer)),
      proof: records,
    },
    { id: 'company-network', state: stateOfAnswers(pings), proof: pingProof(report) },
    { id: 'domain-controller', state: controller(), proof: controllers.map(controllerProof) },
    {
      id: 'sign-in',
      state: apart ? 'broken' : stateOfAnswers([examination?.kerberos ?? null]),
      proof: chosen ? signInProof(chosen) : [],
    },
    {
      id: 'file-access',
      state: stateOfAnswers([examination?.smb ?? null]),
      proof: chosen ? fileProof(chosen) : [],
    },
  ];
  return stops.map((stop) => ({ ...stop, proof: mostTelling(stop.proof) }));
};
