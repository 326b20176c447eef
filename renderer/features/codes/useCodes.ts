import { useCallback, useRef, useState } from 'react';
import type { ExplanationView } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

interface State {
  open: boolean;
  /** What was asked last; the box starts with it. */
  asked: string;
  busy: boolean;
  /** Null until something was asked. */
  answers: ExplanationView[] | null;
}

export interface Codes extends State {
  show(): void;
  explain(asked: string, area: string | null): void;
  close(): void;
}

/** The longest question main takes. */
export const longestQuestion = 400;

/** The box in which every seat can look up a code. The last answer stays until the next question. */
export const useCodes = (house: House): Codes => {
  const { ask } = house;
  const [state, setState] = useState<State>({
    open: false,
    asked: '',
    busy: false,
    answers: null,
  });
  const latest = useRef(0);
  const show = useCallback(() => setState((old) => ({ ...old, open: true })), []);
  const close = useCallback(() => setState((old) => ({ ...old, open: false })), []);
  const explain = useCallback(
    (asked: string, area: string | null) => {
      const mine = ++latest.current;
      setState((old) => ({ ...old, open: true, asked, busy: true }));
      void ask((door) => door.explain(asked.slice(0, longestQuestion), area)).then((answers) => {
        if (mine !== latest.current) return;
        setState((old) => ({ ...old, busy: false, answers: answers ?? old.answers }));
      });
    },
    [ask],
  );
  return { ...state, show, explain, close };
};
