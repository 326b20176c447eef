import { useCallback, useEffect, useState } from 'react';
import type { SendingView } from '../../../preload/contract-sending';
import type { House } from '../shell/useHouse';

const withOne = (old: readonly SendingView[], one: SendingView): SendingView[] =>
  old.some(({ id }) => id === one.id)
    ? old.map((each) => (each.id === one.id ? one : each))
    : [...old, one];

/** What is on its way, as main tells it while it goes. */
export const useOutbox = ({ ask, listen }: House) => {
  const [sendings, setSendings] = useState<readonly SendingView[]>([]);
  useEffect(() => {
    let current = true;
    void ask((door) => door.outbox()).then((found) => {
      if (current && found !== null) setSendings(found);
    });
    const leave = listen((door) => door.onOutbox((one) => setSendings((old) => withOne(old, one))));
    return () => {
      current = false;
      leave();
    };
  }, [ask, listen]);
  const again = useCallback((id: string) => void ask((door) => door.sendAgain(id)), [ask]);
  const drop = useCallback(
    async (id: string) => {
      await ask((door) => door.dropFromOutbox(id));
      setSendings((old) => old.filter((one) => one.id !== id));
    },
    [ask],
  );
  return { sendings, again, drop: (id: string) => void drop(id) };
};
