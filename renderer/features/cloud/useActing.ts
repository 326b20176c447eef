import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  CloudActionView,
  CloudAnswer,
  CloudOptions,
  CloudProblem,
  ForeseenView,
} from '../../../preload/contract-cloud';
import type { House } from '../shell/useHouse';

/** Choices that come from the device and not from a list of ours, by the option's name. */
export type Offered = Readonly<Record<string, readonly { value: string; title: string }[]>>;

/** Something that is about to be done, with what it will mean; nothing is sent yet. */
interface Begun {
  thing: string;
  action: string;
  name: string | null;
  options: CloudOptions;
  offered: Offered;
}

export interface Acting {
  begun: Begun | null;
  foreseen: CloudAnswer<ForeseenView> | null;
  /** True while main is at it: the button is not pressed twice. */
  sending: boolean;
  problem: CloudProblem | null;
  sent: CloudActionView | null;
  log: readonly CloudActionView[];
  begin(thing: string, action: string, name: string | null, offered?: Offered): void;
  choose(options: CloudOptions): void;
  send(typed: string | null): Promise<void>;
  leave(): void;
  follow(run: string): void;
  setAside(run: string): void;
}

/** One action at a time, from its consequences to what the service says of it. */
export const useActing = ({ ask }: House): Acting => {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [foreseen, setForeseen] = useState<Acting['foreseen']>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<CloudProblem | null>(null);
  const [sent, setSent] = useState<CloudActionView | null>(null);
  const [log, setLog] = useState<readonly CloudActionView[]>([]);
  const latest = useRef(0);

  const reload = useCallback(
    () => void ask((door) => door.cloudActions()).then((all) => all && setLog(all)),
    [ask],
  );
  useEffect(reload, [reload]);

  const look = useCallback(
    (next: Begun) => {
      const mine = ++latest.current;
      setBegun(next);
      void ask((door) => door.cloudForesee(next.thing, next.action, next.options)).then(
        (answer) => {
          if (mine === latest.current) setForeseen(answer);
        },
      );
    },
    [ask],
  );
  const begin = useCallback(
    (thing: string, action: string, name: string | null, offered: Offered = {}) => {
      setForeseen(null);
      setProblem(null);
      setSent(null);
      look({ thing, action, name, options: {}, offered });
    },
    [look],
  );
  const choose = useCallback(
    (options: CloudOptions) => {
      if (begun !== null) look({ ...begun, options });
    },
    [begun, look],
  );
  const leave = useCallback(() => {
    latest.current += 1;
    setBegun(null);
    setForeseen(null);
    setProblem(null);
  }, []);
  const send = useCallback(
    async (typed: string | null) => {
      if (begun === null) return;
      setSending(true);
      const { thing, action, options } = begun;
      const answer = await ask((door) => door.cloudAct(thing, action, options, typed));
      setSending(false);
      if (answer === null) return;
      setProblem(answer.ok ? null : answer);
      if (answer.ok) {
        setSent(answer.value);
        leave();
      }
      reload();
    },
    [ask, begun, leave, reload],
  );
  const told = useCallback(
    (answer: CloudAnswer<CloudActionView> | null) => {
      if (answer !== null) setProblem(answer.ok ? null : answer);
      reload();
    },
    [reload],
  );
  const follow = useCallback(
    (run: string) => void ask((door) => door.cloudFollow(run)).then(told),
    [ask, told],
  );
  const setAside = useCallback(
    (run: string) => void ask((door) => door.cloudSetAside(run)).then(told),
    [ask, told],
  );
  return {
    begun,
    foreseen,
    sending,
    problem,
    sent,
    log,
    begin,
    choose,
    send,
    leave,
    follow,
    setAside,
  };
};
