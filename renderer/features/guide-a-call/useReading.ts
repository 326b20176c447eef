import { useCallback, useEffect, useRef, useState } from 'react';
import type { InspectionView, Outcome, RefusalCode } from '../../../preload/contract';
import { limits } from '../../../preload/wire';
import { fileBytes, largestFile } from '../../model/fileBytes';
import { isPicture, pictureText } from '../../model/pictureText';
import type { House } from '../shell/useHouse';

interface State {
  busy: boolean;
  view: InspectionView | null;
  refusal: RefusalCode | null;
}

export interface ReadingOfACall extends State {
  readText(text: string): void;
  readFile(file: File): void;
  clear(): void;
  /** The same look with more in it. */
  show(view: InspectionView): void;
}

const empty: State = { busy: false, view: null, refusal: null };

/** What the caller sent, read by main. `arrived` is told when something was opened from outside. */
export const useReading = (house: House, arrived: () => void): ReadingOfACall => {
  const { ask, listen } = house;
  const [state, setState] = useState(empty);
  const latest = useRef(0);

  const take = useCallback(async (answer: Promise<Outcome<InspectionView> | null>) => {
    const mine = ++latest.current;
    setState((old) => ({ ...old, busy: true, refusal: null }));
    const outcome = await answer;
    if (mine !== latest.current) return;
    setState((old) => ({
      busy: false,
      view: outcome?.ok === true ? outcome.value : old.view,
      refusal: outcome?.ok === false ? outcome.code : null,
    }));
  }, []);

  const readText = useCallback(
    (text: string) =>
      void take(
        text.length > limits.textChars
          ? Promise.resolve({ ok: false, code: 'too-large' })
          : ask((door) => door.readText(text)),
      ),
    [ask, take],
  );

  const readFile = useCallback(
    (file: File) => {
      const answer = async (): Promise<Outcome<InspectionView> | null> => {
        if (file.size > largestFile) return { ok: false, code: 'too-large' };
        if (isPicture(file)) {
          const code = await pictureText(file);
          if (code === null) return { ok: false, code: 'no-code-in-picture' };
          return ask((door) => door.readText(code));
        }
        const bytes = await fileBytes(file).catch(() => null);
        if (bytes === null) return { ok: false, code: 'cannot-open' };
        return ask((door) => door.readFile(file.name, bytes));
      };
      void take(answer());
    },
    [ask, take],
  );

  useEffect(() => {
    const fetchOpened = async () => {
      const opened = await ask((door) => door.takeOpened());
      if (opened === null) return;
      arrived();
      void take(Promise.resolve(opened));
    };
    void fetchOpened();
    return listen((door) => door.onOpened(() => void fetchOpened()));
  }, [ask, listen, take, arrived]);

  const clear = useCallback(() => {
    latest.current += 1;
    setState(empty);
  }, []);

  const show = useCallback((view: InspectionView) => setState((old) => ({ ...old, view })), []);

  return { ...state, readText, readFile, clear, show };
};
