import { useCallback, useState } from 'react';
import type {
  ClockTableView,
  CloudReachView,
  DomainReachView,
  NamedReachView,
  Outcome,
  ReachPurpose,
} from '../../../preload/contract';
import type { Saved } from '../../../preload/contract-hand-over';
import type { House } from '../shell/useHouse';

interface State {
  running: 'domain' | 'named' | 'servers' | 'cloud' | null;
  domain: Outcome<DomainReachView> | null;
  named: Outcome<NamedReachView> | null;
  servers: Outcome<NamedReachView[]> | null;
  cloud: Outcome<CloudReachView> | null;
  /** Of all tests together, as the last one found it. */
  clock: ClockTableView | null;
  saved: Outcome<Saved> | null;
}

const nothingYet: State = {
  running: null,
  domain: null,
  named: null,
  servers: null,
  cloud: null,
  clock: null,
  saved: null,
};

export interface ReachTests extends State {
  findDomain(name: string): void;
  findNamed(typed: string, printer: boolean): void;
  testServers(): void;
  testCloud(purposes: ReachPurpose[]): void;
  save(format: 'csv' | 'json'): void;
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
        setState((old) => ({ ...withClock(old, domain), domain: domain ?? old.domain })),
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
        setState((old) => ({ ...withClock(old, cloud), cloud: cloud ?? old.cloud })),
      );
    },
    [ask],
  );
  const save = useCallback(
    (format: 'csv' | 'json') => {
      void ask((door) => door.saveReach(format)).then((saved) =>
        setState((old) => ({ ...old, saved })),
      );
    },
    [ask],
  );
  const cancel = useCallback(() => void ask((door) => door.cancelReach()), [ask]);
  return { ...state, findDomain, findNamed, testServers, testCloud, save, cancel };
};

/** A test that ended brings the clocks of all tests so far; what was saved before is not of this one. */
const withClock = (old: State, found: Outcome<{ clock: ClockTableView }> | null): State => ({
  ...old,
  running: null,
  saved: null,
  clock: found?.ok === true ? found.value.clock : old.clock,
});

/** Main decides what a domain is; what its guard cannot take is not even sent. */
const isName = (typed: string): boolean =>
  typed.length <= longestName &&
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(typed) &&
  !typed.endsWith('-');
