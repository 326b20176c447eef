import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Fieldkit } from '../../../preload/contract';
import type { CloudAnswer } from '../../../preload/contract-cloud';
import type { House } from '../shell/useHouse';
import { ConfirmedContext } from './ConfirmedContext';

export interface Question<T> {
  asking: boolean;
  answer: CloudAnswer<T> | null;
  put(question: (door: Fieldkit) => Promise<CloudAnswer<T>>): void;
  again(): void;
  clear(): void;
}

/** One question to the cloud with its last answer; a later one makes an earlier one pointless. */
export const useQuestion = <T>({ ask }: House): Question<T> => {
  const [state, setState] = useState<{ asking: boolean; answer: CloudAnswer<T> | null }>({
    asking: false,
    answer: null,
  });
  const latest = useRef(0);
  const last = useRef<((door: Fieldkit) => Promise<CloudAnswer<T>>) | null>(null);
  const put = useCallback(
    (question: (door: Fieldkit) => Promise<CloudAnswer<T>>) => {
      const mine = ++latest.current;
      last.current = question;
      setState((old) => ({ ...old, asking: true }));
      void ask(question).then((answer) => {
        if (mine === latest.current) setState({ asking: false, answer });
      });
    },
    [ask],
  );
  const again = useCallback(() => {
    if (last.current !== null) put(last.current);
  }, [put]);
  const clear = useCallback(() => {
    latest.current += 1;
    last.current = null;
    setState({ asking: false, answer: null });
  }, []);
  const confirmed = useContext(ConfirmedContext);
  useEffect(() => {
    if (confirmed > 0) again();
  }, [confirmed, again]);
  return { ...state, put, again, clear };
};
