import { useCallback, useEffect, useState } from 'react';
import type { InspectionView, RefusalCode } from '../../../preload/contract';
import type {
  HandOverForm,
  HandOverView,
  OpenGroup,
  Saved,
} from '../../../preload/contract-hand-over';
import { useWords } from '../../words/useWords';
import type { House } from '../shell/useHouse';

export type Done = { kind: 'saved'; saved: Saved } | { kind: 'copied' } | { kind: 'not-copied' };

/** What leaves, asked from main anew each time a switch is turned; nothing leaves by looking. */
export const useHandOver = ({ ask }: House, view: InspectionView, open: boolean) => {
  const { language } = useWords();
  const [groups, setGroups] = useState<OpenGroup[]>([]);
  const [evidence, setEvidence] = useState(false);
  const [shown, setShown] = useState<HandOverView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  useEffect(() => {
    if (!open) return;
    let current = true;
    const wanted = { language, open: groups, sources: [] };
    void ask((door) => door.previewHandOver(view.id, wanted)).then((answer) => {
      if (!current || answer === null) return;
      setShown(answer.ok ? answer.value : null);
      setRefusal(answer.ok ? null : answer.code);
    });
    return () => {
      current = false;
    };
  }, [ask, view.id, open, groups, language]);

  const turn = useCallback((group: OpenGroup, readable: boolean) => {
    setDone(null);
    setGroups((old) => [...old.filter((one) => one !== group), ...(readable ? [group] : [])]);
  }, []);

  const save = useCallback(
    async (form: HandOverForm) => {
      setDone(null);
      const wanted = { language, open: groups, sources: evidence ? view.sources : [] };
      const answer = await ask((door) => door.saveHandOver(view.id, form, wanted));
      if (answer === null) return;
      setRefusal(answer.ok ? null : answer.code);
      if (answer.ok) setDone({ kind: 'saved', saved: answer.value });
    },
    [ask, view, groups, evidence, language],
  );

  const copy = useCallback(
    async (text: string) => {
      setDone(null);
      const wanted = { language, open: groups, sources: [] };
      const answer = await ask((door) => door.copyHandOver(view.id, wanted));
      if (answer?.ok !== true) {
        setRefusal(answer === null ? null : answer.code);
        return;
      }
      const copied =
        answer.value ||
        (await navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        ));
      setDone({ kind: copied ? 'copied' : 'not-copied' });
    },
    [ask, view.id, groups, language],
  );

  return { groups, turn, evidence, setEvidence, shown, refusal, done, save, copy };
};
