import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Fieldkit, InspectionView, Outcome, RefusalCode } from '../../../preload/contract';
import type {
  HandOverForm,
  HandOverOptions,
  HandOverView,
  OpenGroup,
  Saved,
} from '../../../preload/contract-hand-over';
import type { MailView, SendWay, WaysView } from '../../../preload/contract-sending';
import { matchLanguage, type Language } from '../../../strings';
import { useWords } from '../../words/useWords';
import type { House } from '../shell/useHouse';

export type Done =
  | { kind: 'saved'; saved: Saved }
  | { kind: 'copied' | 'not-copied' }
  | { kind: 'mailed'; mail: MailView };

/** What leaves, asked from main anew each time a switch is turned; nothing leaves by looking. */
export const useHandOver = (
  { ask }: House,
  view: InspectionView,
  call: string | null,
  open: boolean,
) => {
  const words = useWords();
  const [ways, setWays] = useState<WaysView | null>(null);
  const [reader, setReader] = useState<Language | null>(null);
  const [groups, setGroups] = useState<OpenGroup[]>([]);
  const [evidence, setEvidence] = useState(false);
  const [note, setNote] = useState('');
  const [shown, setShown] = useState<HandOverView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  // The reader is somebody else: their language comes first, the person's own where nobody said.
  const language = reader ?? matchLanguage(ways?.language ?? '') ?? words.language;
  const options = useMemo(
    (): HandOverOptions => ({ language, open: groups, sources: [], note, call }),
    [language, groups, note, call],
  );

  useEffect(() => {
    if (!open) return undefined;
    let current = true;
    void ask((door) => door.waysOut()).then((found) => {
      if (current && found !== null) setWays(found);
    });
    return () => {
      current = false;
    };
  }, [ask, open]);

  useEffect(() => {
    if (!open || ways === null) return undefined;
    let current = true;
    void ask((door) => door.previewHandOver(view.id, options)).then((answer) => {
      if (!current || answer === null) return;
      setShown(answer.ok ? answer.value : null);
      setRefusal(answer.ok ? null : answer.code);
    });
    return () => {
      current = false;
    };
  }, [ask, view.id, open, ways, options]);

  const turn = useCallback((group: OpenGroup, readable: boolean) => {
    setDone(null);
    setGroups((old) => [...old.filter((one) => one !== group), ...(readable ? [group] : [])]);
  }, []);

  /** One way out: what came of it, or why it did not. */
  const give = useCallback(
    async <T>(question: (door: Fieldkit) => Promise<Outcome<T>>): Promise<T | null> => {
      setDone(null);
      const answer = await ask(question);
      if (answer === null) return null;
      setRefusal(answer.ok ? null : answer.code);
      return answer.ok ? answer.value : null;
    },
    [ask],
  );

  const withEvidence = useMemo(
    () => ({ ...options, sources: evidence ? view.sources : [] }),
    [options, evidence, view.sources],
  );

  const saved = (file: Saved | null) => {
    if (file !== null) setDone({ kind: 'saved', saved: file });
  };
  const save = async (form: HandOverForm) =>
    saved(await give((door) => door.saveHandOver(view.id, form, withEvidence)));
  const pdf = async () => saved(await give((door) => door.pdfHandOver(view.id, options)));

  const copy = async (text: string) => {
    const byMain = await give((door) => door.copyHandOver(view.id, options));
    if (byMain === null) return;
    const copied =
      byMain ||
      (await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ));
    setDone({ kind: copied ? 'copied' : 'not-copied' });
  };

  const mail = async () => {
    const opened = await give((door) => door.mailHandOver(view.id, options));
    if (opened !== null) setDone({ kind: 'mailed', mail: opened });
  };

  const send = (way: SendWay) =>
    give((door) => door.sendHandOver(view.id, 'bundle', way, withEvidence));

  return {
    ways,
    language,
    setReader,
    groups,
    turn,
    evidence,
    setEvidence,
    note,
    setNote,
    shown,
    refusal,
    done,
    save,
    pdf,
    copy,
    mail,
    send,
  };
};
