import { useCallback, useEffect, useRef, useState } from 'react';
import type { Events, InspectionView, RefusalCode, Target } from '../../../preload/contract';
import type { House } from '../shell/useHouse';

export type Progress = Events['inspect.progress'];

interface State {
  target: Target | null;
  /** When the running check began, on the page's own clock; null when none runs. */
  runningSince: number | null;
  cancelling: boolean;
  /** Whether Windows is asking for an administrator just now. */
  asking: boolean;
  progress: Progress | null;
  view: InspectionView | null;
  refusal: RefusalCode | null;
}

export interface Inspection extends State {
  start(target: Target): void;
  /** Fills the look with what only an administrator may read. */
  readMore(): void;
  cancel(): void;
  /** The same look with more in it. */
  show(view: InspectionView): void;
}

const idle: State = {
  target: null,
  runningSince: null,
  cancelling: false,
  asking: false,
  progress: null,
  view: null,
  refusal: null,
};

/** One check at a time. A new one waits for the old one to end, and the old result stays readable. */
export const useInspection = (house: House): Inspection => {
  const { ask, listen } = house;
  const [state, setState] = useState(idle);
  const running = useRef<Promise<void> | null>(null);
  const latest = useRef(0);

  useEffect(
    () =>
      listen((door) =>
        door.onProgress((progress) =>
          setState((old) => (old.runningSince === null ? old : { ...old, progress })),
        ),
      ),
    [listen],
  );

  const start = useCallback(
    (target: Target) => {
      const mine = ++latest.current;
      setState((old) => ({
        ...idle,
        target,
        runningSince: performance.now(),
        view: sameTarget(old.target, target) ? old.view : null,
      }));
      const before = running.current;
      const run = async () => {
        if (before !== null) {
          await ask((door) => door.cancel());
          await before;
        }
        if (mine !== latest.current) return;
        const outcome = await ask((door) => door.inspect(target));
        if (mine !== latest.current) return;
        running.current = null;
        setState((old) => ({
          ...old,
          runningSince: null,
          cancelling: false,
          progress: null,
          view: outcome?.ok === true ? outcome.value : old.view,
          refusal: outcome?.ok === false ? outcome.code : null,
        }));
      };
      running.current = run();
    },
    [ask],
  );

  const shown = state.view;
  const readMore = useCallback(() => {
    if (shown === null || running.current !== null) return;
    const mine = ++latest.current;
    setState((old) => ({ ...old, asking: true, refusal: null }));
    const run = async () => {
      const outcome = await ask((door) => door.readAsAdministrator(shown.id));
      if (mine !== latest.current) return;
      running.current = null;
      setState((old) => ({
        ...old,
        asking: false,
        view: outcome?.ok === true ? outcome.value : old.view,
        refusal: outcome?.ok === false && outcome.code !== 'cancelled' ? outcome.code : null,
      }));
    };
    running.current = run();
  }, [ask, shown]);

  const cancel = useCallback(() => {
    setState((old) => ({ ...old, cancelling: old.runningSince !== null }));
    void ask((door) => door.cancel());
  }, [ask]);

  const show = useCallback((view: InspectionView) => setState((old) => ({ ...old, view })), []);

  return { ...state, start, readMore, cancel, show };
};

const sameTarget = (one: Target | null, other: Target): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
