import { useCallback, useEffect, useState } from 'react';
import type { CloudSignView, CloudView } from '../../../preload/contract-cloud';
import type { House } from '../shell/useHouse';

export interface CloudSignIn {
  /** Null until main has answered. */
  view: CloudView | null;
  signIn(how: 'browser' | 'device-code'): void;
  /** How often somebody confirmed. */
  confirmed: number;
  /** Does in the browser what the organisation asks for. */
  confirm(): void;
  cancel(): void;
  signOut(): void;
}

/** Who is signed in, as main tells it while it changes. */
export const useCloud = ({ ask, listen }: House): CloudSignIn => {
  const [view, setView] = useState<CloudView | null>(null);
  useEffect(() => {
    let current = true;
    const leave = listen((door) =>
      door.onCloud((sign: CloudSignView) => setView((old) => old && { ...old, sign })),
    );
    void ask((door) => door.cloud()).then((answer) => {
      if (current && answer !== null) setView(answer);
    });
    return () => {
      current = false;
      leave();
    };
  }, [ask, listen]);
  const take = useCallback(async (answer: Promise<CloudView | null>) => {
    const next = await answer;
    if (next !== null) setView(next);
    return next?.sign.kind === 'signed-in' && next.sign.needs === null;
  }, []);
  const signIn = useCallback(
    (how: 'browser' | 'device-code') => void take(ask((door) => door.cloudSignIn(how))),
    [ask, take],
  );
  const [confirmed, setConfirmed] = useState(0);
  const confirm = useCallback(
    () =>
      void take(ask((door) => door.cloudConfirm())).then((met) => {
        // Where it was not, the reason stays: asking anew would cover it.
        if (met) setConfirmed((count) => count + 1);
      }),
    [ask, take],
  );
  const cancel = useCallback(() => void ask((door) => door.cloudCancel()), [ask]);
  const signOut = useCallback(() => void take(ask((door) => door.cloudSignOut())), [ask, take]);
  return { view, signIn, confirmed, confirm, cancel, signOut };
};
