import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type {
  Fieldkit,
  InspectionView,
  Outcome,
  RefusalCode,
  Tri,
} from '../../../preload/contract';
import type { CallView } from '../../../preload/contract-call';
import type { House } from '../shell/useHouse';

export interface CallsOfASeat {
  /** Null until it is known which there are. */
  calls: readonly CallView[] | null;
  current: CallView | null;
  refusal: RefusalCode | null;
  choose(call: string): void;
  begin(): void;
  write(name: string, notes: string): void;
  attach(inspection: string | null): void;
  answer(question: string, answer: Tri | null): void;
  compare(earlier: string | null): void;
  guided(run: string): void;
  told(): Promise<InspectionView | null>;
  end(): void;
}

/** The calls of one helper. Main keeps them, so that neither a reload nor a restart takes one away. */
export const useCalls = (
  house: House,
  kept: string | null,
  remember: (call: string | null) => void,
): CallsOfASeat => {
  const { ask } = house;
  const [calls, setCalls] = useState<CallView[] | null>(null);
  const [chosen, setChosen] = useState(kept);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const current = calls?.find(({ id }) => id === chosen) ?? calls?.at(-1) ?? null;
  const id = current?.id ?? null;
  /** What is typed is shown at once; main's answer to an earlier letter must not undo a later one. */
  const latest = useRef(0);

  const choose = useCallback(
    (call: string) => {
      setChosen(call);
      setRefusal(null);
      remember(call);
    },
    [remember],
  );

  const take = useCallback((outcome: Outcome<CallView> | null) => {
    if (outcome === null) return null;
    setRefusal(outcome.ok ? null : outcome.code);
    if (!outcome.ok) return null;
    const { value } = outcome;
    setCalls((old) => {
      const others = old ?? [];
      return others.some((one) => one.id === value.id)
        ? others.map((one) => (one.id === value.id ? value : one))
        : [...others, value];
    });
    return value;
  }, []);

  const begin = useCallback(async (): Promise<CallView | null> => {
    const call = take(await ask((door) => door.beginCall()));
    if (call !== null) choose(call.id);
    return call;
  }, [ask, take, choose]);

  const beginning = useRef(false);
  useEffect(() => {
    if (beginning.current) return;
    beginning.current = true;
    void ask((door) => door.calls()).then((found) => {
      if (found !== null) setCalls(found);
    });
  }, [ask]);

  /** In the call that is open, or in a new one: whatever is done begins it. */
  const within = useCallback(
    async (question: (door: Fieldkit, call: string) => Promise<Outcome<CallView>>) => {
      const mine = ++latest.current;
      const call = id ?? (await begin())?.id ?? null;
      if (call === null) return;
      const outcome = await ask((door) => question(door, call));
      if (mine === latest.current || outcome?.ok !== true) take(outcome);
    },
    [ask, begin, id, take],
  );

  const write = useCallback(
    (name: string, notes: string) => {
      setCalls((old) => old?.map((one) => (one.id === id ? { ...one, name, notes } : one)) ?? null);
      void within((door, call) => door.writeCall(call, name, notes));
    },
    [within, id],
  );

  const end = useCallback(async () => {
    if (id === null) return;
    await ask((door) => door.endCall(id));
    setCalls((old) => old?.filter((one) => one.id !== id) ?? null);
    setChosen(null);
    remember(null);
  }, [ask, id, remember]);

  const told = useCallback(async () => {
    const call = id ?? (await begin())?.id ?? null;
    if (call === null) return null;
    const outcome = await ask((door) => door.toldInCall(call));
    return outcome?.ok === true ? outcome.value : null;
  }, [ask, begin, id]);

  return useMemo(
    () => ({
      calls,
      current,
      refusal,
      choose,
      begin: () => void begin(),
      write,
      attach: (inspection) => void within((door, call) => door.attachToCall(call, inspection)),
      answer: (question, answer) =>
        void within((door, call) => door.answerInCall(call, question, answer)),
      compare: (earlier) => void within((door, call) => door.compareInCall(call, earlier)),
      guided: (run) => {
        if (id !== null) void ask((door) => door.guidedInCall(id, run));
      },
      told,
      end: () => void end(),
    }),
    [calls, current, refusal, choose, begin, write, within, told, end, id, ask],
  );
};
