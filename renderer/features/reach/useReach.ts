import { useCallback, useState } from 'react';
import type {
  CloudReachView,
  DomainReachView,
  NamedReachView,
  Outcome,
  ReachPurpose,
} from '../../../preload/contract';
import type { House } from '../shell/useHouse';

interface State {
  running: 'domain' | 'named' | 'servers' | 'cloud' | null;
  domain: Outcome<DomainReachView> | null;
  named: Outcome<NamedReachView> | null;
  servers: Outcome<NamedReachView[]> | null;
  cloud: Outcome<CloudReachView> | null;
}

const nothingYet: State = {
  running: null,
  domain: null,
  named: null,
  servers: null,
  cloud: null,
};

export interface ReachTests extends State {
  findDomain(name: string): void;
  findNamed(typed: string, printer: boolean): void;
  testServers(): void;
  testCloud(purposes: ReachPurpose[]): void;
  cancel(): void;
}

/** The longest name main takes; what is longer is no domain. */
const longestName = 253;
const longestTarget = 1024;

/** One test at a time. What was found stays while a person walks between the seats. */
export const useReach = (house: House): ReachTests => {
  const { ask } = house;
  const [state, setState] = useState(nothingYet);
  const findDomain = useCallback(
    (name: string) => {
      setState((old) => ({ ...old, running: 'domain' }));
      const typed = name.trim();
      const answer: Promise<Outcome<DomainReachView> | null> = isName(typed)
        ? ask((door) => door.reachDomain(typed))
        : Promise.resolve({ ok: false, code: 'not-a-domain' });
      void answer.then((domain) =>
        setState((old) => ({ ...old, running: null, domain: domain ?? old.domain })),
      );
    },
    [ask],
  );
  const findNamed = useCallback(
    (target: string, printer: boolean) => {
      setState((old) => ({ ...old, running: 'named' }));
      const typed = target.trim();
      const answer: Promise<Outcome<NamedReachView> | null> =
        typed.length <= longestTarget
          ? ask((door) => door.reachNamed(typed, printer))
          : Promise.resolve({ ok: false, code: 'not-a-target' });
      void answer.then((named) =>
        setState((old) => ({ ...old, running: null, named: named ?? old.named })),
      );
    },
    [ask],
  );
  const testServers = useCallback(() => {
    setState((old) => ({ ...old, running: 'servers' }));
    void ask((door) => door.reachServers()).then((servers) =>
      setState((old) => ({ ...old, running: null, servers: servers ?? old.servers })),
    );
  }, [ask]);
  const testCloud = useCallback(
    (purposes: ReachPurpose[]) => {
      setState((old) => ({ ...old, running: 'cloud' }));
      void ask((door) => door.reachCloud(purposes)).then((cloud) =>
        setState((old) => ({ ...old, running: null, cloud: cloud ?? old.cloud })),
      );
    },
    [ask],
  );
  const cancel = useCallback(() => void ask((door) => door.cancelReach()), [ask]);
  return { ...state, findDomain, findNamed, testServers, testCloud, cancel };
};

/** Main decides what a domain is; what its guard cannot take is not even sent. */
const isName = (typed: string): boolean =>
  typed.length <= longestName &&
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(typed) &&
  !typed.endsWith('-');
