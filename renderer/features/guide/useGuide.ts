import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type {
  GuideAnswer,
  GuideRunView,
  Outcome,
  PracticeEnding,
  RefusalCode,
  Seat,
  SkipReason,
  UnfinishedView,
} from '../../../preload/contract';
import type { House } from '../shell/useHouse';

export interface Guiding {
  /** The guide on the screen. */
  run: GuideRunView | null;
  /** Whether the list of all guides is on the screen. */
  listing: boolean;
  refusal: RefusalCode | null;
  /** True until main has answered what was pressed last. */
  asking: boolean;
  unfinished: readonly UnfinishedView[];
  /** How acts on a practice device end, for whoever wants to practise what to do then. */
  ending: PracticeEnding;
  practise(ending: PracticeEnding): void;
  list(): void;
  start(guide: string, seat: Seat, inspection: string | null): void;
  resume(run: string): void;
  drop(run: string): void;
  answer(answer: GuideAnswer): void;
  back(): void;
  skip(reason: SkipReason): void;
  stop(): void;
  helped(answer: 'yes' | 'no'): void;
  /** Away from the guide; an unfinished one is kept. */
  leave(): void;
}

/** One guide at a time. Main holds where it stands; the page shows what it was told last. */
export const useGuide = (house: House): Guiding => {
  const { ask, listen } = house;
  const [run, setRun] = useState<GuideRunView | null>(null);
  const [listing, setListing] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [asking, setAsking] = useState(false);
  const [ending, practise] = useState<PracticeEnding>('works');
  const [unfinished, setUnfinished] = useState<readonly UnfinishedView[]>([]);
  const shown = useRef<string | null>(null);

  const show = useCallback((next: GuideRunView | null) => {
    shown.current = next?.run ?? null;
    setRun(next);
  }, []);

  const refresh = useCallback(async () => {
    setUnfinished((await ask((door) => door.unfinishedGuides())) ?? []);
  }, [ask]);

  useEffect(() => {
    let current = true;
    void ask((door) => door.unfinishedGuides()).then((found) => {
      if (current) setUnfinished(found ?? []);
    });
    const leave = listen((door) =>
      door.onGuide((told) => {
        if (told.run === shown.current) setRun(told);
      }),
    );
    return () => {
      current = false;
      leave();
    };
  }, [ask, listen]);

  const take = useCallback(
    async (question: Parameters<typeof ask<Outcome<GuideRunView>>>[0]) => {
      setAsking(true);
      setRefusal(null);
      const answer = await ask(question);
      setAsking(false);
      if (answer === null) return;
      if (answer.ok) show(answer.value);
      else {
        setRefusal(answer.code);
        const id = shown.current;
        const now = id === null ? null : await ask((door) => door.guideState(id));
        if (now?.ok === true) show(now.value);
      }
    },
    [ask, show],
  );

  return useMemo(() => {
    /** Answers go to the step that is on the screen, so that a double click never meets the next one. */
    const atStep = (
      question: (
        door: NonNullable<typeof window.fieldkit>,
        id: string,
        step: string,
      ) => Promise<Outcome<GuideRunView>>,
    ) => {
      const step = run?.step?.id;
      if (run !== null && step !== undefined) void take((door) => question(door, run.run, step));
    };
    const toRun = (
      question: (
        door: NonNullable<typeof window.fieldkit>,
        id: string,
      ) => Promise<Outcome<GuideRunView>>,
    ) => {
      if (run !== null) void take((door) => question(door, run.run));
    };
    return {
      run,
      listing,
      refusal,
      asking,
      unfinished,
      ending,
      practise,
      list: () => {
        setRefusal(null);
        setListing(true);
      },
      start: (guide, seat, inspection) =>
        void take((door) => door.startGuide(guide, seat, inspection, ending)),
      resume: (id) => void take((door) => door.resumeGuide(id)),
      drop: (id) => {
        const dropping = async () => {
          await ask((door) => door.resumeGuide(id));
          await ask((door) => door.stopGuide(id));
          await ask((door) => door.leaveGuide(id));
          await refresh();
        };
        void dropping();
      },
      answer: (answer) => atStep((door, id, step) => door.answerGuide(id, step, answer)),
      back: () => atStep((door, id, step) => door.guideBack(id, step)),
      skip: (reason) => atStep((door, id, step) => door.skipStep(id, step, reason)),
      stop: () => toRun((door, id) => door.stopGuide(id)),
      helped: (answer) => toRun((door, id) => door.guideHelped(id, answer)),
      leave: () => {
        const id = run?.run;
        setRefusal(null);
        setListing(false);
        show(null);
        if (id !== undefined) void ask((door) => door.leaveGuide(id)).then(refresh);
      },
    };
  }, [run, listing, refusal, asking, unfinished, ending, ask, take, show, refresh]);
};
