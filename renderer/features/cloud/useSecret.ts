import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { CloudProblem, SecretView } from '../../../preload/contract-cloud';
import type { House } from '../shell/useHouse';
import { ConfirmedContext } from './ConfirmedContext';

type Kind = 'recovery-key' | 'laps';

export interface Secret {
  shown: SecretView | null;
  problem: CloudProblem | null;
  /** Null while nobody copied; false where only the person can. */
  copied: boolean | null;
  show(kind: Kind, of: string): void;
  copy(): Promise<void>;
  hide(): void;
}

const nothing = { shown: null, problem: null, copied: null };

/** One secret at a time; it goes when its time is over, and when the page goes elsewhere. */
export const useSecret = ({ ask }: House): Secret => {
  const [state, setState] = useState<Pick<Secret, 'shown' | 'problem' | 'copied'>>(nothing);
  /** Asked for and not had yet. */
  const missing = useRef<[Kind, string] | null>(null);
  const ticket = state.shown?.ticket ?? null;
  const lifeMs = state.shown?.forgottenAfterMs ?? 0;
  useEffect(() => {
    if (ticket === null) return;
    const timer = setTimeout(() => setState(nothing), lifeMs);
    return () => {
      clearTimeout(timer);
      void ask((door) => door.cloudForgetSecret(ticket));
    };
  }, [ask, ticket, lifeMs]);
  const show = useCallback(
    (kind: Kind, of: string) => {
      missing.current = [kind, of];
      void ask((door) => door.cloudSecret(kind, of)).then((answer) => {
        if (answer === null) return;
        if (answer.ok) missing.current = null;
        setState({
          copied: null,
          shown: answer.ok ? answer.value : null,
          problem: answer.ok ? null : answer,
        });
      });
    },
    [ask],
  );
  const confirmed = useContext(ConfirmedContext);
  useEffect(() => {
    if (confirmed > 0 && missing.current !== null) show(...missing.current);
  }, [confirmed, show]);
  const copy = useCallback(async () => {
    const { shown } = state;
    if (shown === null) return;
    const copied =
      (await ask((door) => door.cloudCopySecret(shown.ticket))) === true ||
      (await navigator.clipboard.writeText(shown.value).then(
        () => true,
        () => false,
      ));
    setState((old) => (old.shown === shown ? { ...old, copied } : old));
  }, [ask, state]);
  const hide = useCallback(() => {
    missing.current = null;
    setState(nothing);
  }, []);
  return { ...state, show, copy, hide };
};
