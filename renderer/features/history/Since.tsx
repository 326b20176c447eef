import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { InspectionView, RefusalCode } from '../../../preload/contract';
import type { SinceView } from '../../../preload/contract-history';
import { moment } from '../../model/age';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { Changes } from './Changes';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxInlineSize: '68ch' },
});

const sentence = (since: SinceView, { say, locale }: ReturnType<typeof useWords>): string => {
  switch (since.kind) {
    case 'changed':
      return say('history.intro', { moment: moment(since.at, locale) });
    case 'never-worked':
      return say('history.never-worked', { moment: moment(since.oldest, locale) });
    case 'no-fault':
      return say('history.nothing');
    default:
      return say(`history.${since.kind}`);
  }
};

/** Only of this PC, and only where something is wrong: what is different from when it was not. */
export const Since = ({ house, view }: { house: House; view: InspectionView }) => {
  const styles = useStyles();
  const words = useWords();
  const [told, setTold] = useState<SinceView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  if (view.origin !== 'this-device' || view.diagnosis.rootCause === null) return null;
  const ask = async () => {
    const outcome = await house.ask((door) => door.since(view.id));
    if (outcome === null) return;
    setTold(outcome.ok ? outcome.value : null);
    setRefusal(outcome.ok ? null : outcome.code);
  };
  return (
    <section className={styles.root} aria-labelledby="since">
      <Heading level={2} id="since">
        {words.say('history.title')}
      </Heading>
      {refusal !== null && <RefusalBar code={refusal} />}
      {told === null ? (
        <Button onClick={() => void ask()}>{words.say('history.show')}</Button>
      ) : (
        <>
          <p className={styles.text} role="status">
            {sentence(told, words)}
          </p>
          {told.kind === 'changed' && <Changes changes={told.comparison.changes} />}
        </>
      )}
    </section>
  );
};
