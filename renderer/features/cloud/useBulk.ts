import { useCallback, useEffect, useState } from 'react';
import type {
  BulkView,
  BulkWish,
  CloudAnswer,
  CloudProblem,
} from '../../../preload/contract-cloud';
import type { House } from '../shell/useHouse';

export interface Bulk {
  view: BulkView | null;
  problem: CloudProblem | null;
  /** Where the results are; null while they were not saved. */
  saved: string | null;
  start(wish: BulkWish): void;
  resume(): void;
  stop(): void;
  save(): void;
}

/** The one run for many devices; it goes on in main while the page is elsewhere. */
export const useBulk = ({ ask, listen }: House): Bulk => {
  const [view, setView] = useState<BulkView | null>(null);
  const [problem, setProblem] = useState<CloudProblem | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const leave = listen((door) => door.onCloudBulk(setView));
    void ask((door) => door.cloudBulk()).then((found) => {
      if (current && found !== null) setView(found);
    });
    return () => {
      current = false;
      leave();
    };
  }, [ask, listen]);
  const take = useCallback((answer: CloudAnswer<BulkView> | null) => {
    if (answer === null) return;
    setProblem(answer.ok ? null : answer);
    if (answer.ok) setView(answer.value);
  }, []);
  const start = useCallback(
    (wish: BulkWish) => {
      setSaved(null);
      void ask((door) => door.cloudBulkStart(wish)).then(take);
    },
    [ask, take],
  );
  const resume = useCallback(
    () => void ask((door) => door.cloudBulkResume()).then(take),
    [ask, take],
  );
  const stop = useCallback(() => void ask((door) => door.cloudBulkStop()), [ask]);
  const save = useCallback(
    () =>
      void ask((door) => door.cloudBulkSave()).then((answer) => {
        if (answer?.ok === true) setSaved(answer.value.where);
      }),
    [ask],
  );
  return { view, problem, saved, start, resume, stop, save };
};
