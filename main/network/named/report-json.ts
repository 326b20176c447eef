import { clockState } from '../clock';
import type { NameAnswer } from '../names';
import type { Answer } from '../outcome';
import type { NamedReport, NamedSteps, Stage } from './outcome';
import type { NamedTarget } from './target';

type Extra = Record<string, string | number | boolean | null | string[]>;

export interface NamedStep {
  id: Stage;
  /** `not-tried`: an earlier step failed, so nothing is known of this one. */
  result: NameAnswer<unknown>['kind'] | 'not-tried';
  ms: number;
  values: Extra;
}

const step = <T>(
  id: Stage,
  answer: Answer<T> | NameAnswer<T> | null,
  values: (value: T) => Extra = () => ({}),
): NamedStep[] =>
  answer === null
    ? []
    : [
        {
          id,
          result: answer.kind,
          ms: Math.round(answer.ms),
          values: answer.kind === 'answered' ? values(answer.value) : {},
        },
      ];

const hostOf = (location: string | null): string | null =>
  location !== null && URL.canParse(location) ? new URL(location).hostname : null;

const triedOf = (seen: NamedSteps): NamedStep[] => [
  ...step('name', seen.name, (addresses) => ({
    addresses,
    dns: seen.dns?.kind ?? null,
  })),
  ...step('way', seen.way, ({ from, through, tunnel }) => ({ from, through, tunnel })),
  ...step('port', seen.tcp, (address) => ({ address })),
  ...seen.services.flatMap(({ port, answer }) =>
    step('port', answer).map((one) => ({ ...one, values: { port } })),
  ),
  ...step('proxy', seen.proxy, ({ look }) => ({ status: look.status, schemes: look.schemes })),
  ...step('encryption', seen.tls, ({ protocol, chain, untrusted }) => ({
    protocol,
    subject: chain[0]?.subject ?? null,
    issuer: chain[0]?.issuer ?? null,
    untrusted,
  })),
  ...step('answer', seen.http, ({ status, schemes, location }) => ({
    status,
    schemes,
    redirectsTo: hostOf(location),
  })),
  ...step('files', seen.smb, ({ answer }) =>
    answer.kind === 'negotiated'
      ? { dialect: answer.dialect, signing: answer.signing }
      : { dialect: null, declined: answer.kind },
  ),
  ...step('print', seen.rpc),
];

const stagesOf = (target: NamedTarget, viaProxy: boolean): readonly Stage[] => {
  const way: Stage[] = viaProxy ? ['name', 'port', 'proxy'] : ['name', 'way', 'port'];
  switch (target.kind) {
    case 'files':
      return [...way, 'files'];
    case 'shared-printer':
      return [...way, 'files', 'print'];
    case 'web':
      return [...way, ...(target.secure ? (['encryption'] as const) : []), 'answer'];
    case 'printer':
      if (target.speaks === 'raw') return way;
      return [...way, ...(target.secure ? (['encryption'] as const) : []), 'answer'];
    case 'port':
    case 'host':
      return way;
  }
};

/** The whole chain, link by link: what was tried with its answer, and what was never reached. */
export const namedStepsOf = ({ target, steps, viaProxy }: NamedReport): NamedStep[] => {
  const tried = triedOf(steps);
  const named = steps.name !== null || steps.way === null;
  return stagesOf(target, viaProxy).flatMap((id): NamedStep[] => {
    const found = tried.filter((one) => one.id === id);
    if (found.length > 0) return found;
    // A number needs no name, so there is no such link.
    return id === 'name' && !named ? [] : [{ id, result: 'not-tried', ms: 0, values: {} }];
  });
};

/** What `fieldkit reach TARGET --json` prints. */
export const namedJson = (report: NamedReport) => {
  const { target, verdict, viaProxy, clockOffsetMs, servers, ms } = report;
  return {
    schema: 1,
    target: {
      kind: target.kind,
      host: target.host,
      port: target.kind === 'host' ? null : target.port,
      share: 'share' in target ? target.share : null,
    },
    verdict,
    viaProxy,
    clock:
      clockOffsetMs === null ? null : { offsetMs: clockOffsetMs, state: clockState(clockOffsetMs) },
    nameServers: servers,
    steps: namedStepsOf(report),
    ms: Math.round(ms),
  };
};
