import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { EvidenceView, InspectionView } from '../../../preload/contract';
import { linesIn, proofSources } from '../../model/proofSource';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import type { House } from '../shell/useHouse';
import { RawLines } from './RawLines';
import { SourceSelect } from './SourceSelect';
import { useRawText } from './useRawText';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(200px, 1fr)',
    gap: tokens.spacingVerticalM,
    minBlockSize: 0,
  },
  about: { display: 'grid', gap: tokens.spacingVerticalS },
  text: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  house: House;
  view: InspectionView;
  /** Whose text is wanted first. */
  probes: readonly string[];
  marks: readonly EvidenceView[];
}

/** One source as the device wrote it, undecorated but for line numbers and marks. */
export const RawSource = ({ house, view, probes, marks }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const [picked, setPicked] = useState<string | null>(null);
  const sources = proofSources(view, probes);
  const source = picked ?? sources.proof[0] ?? sources.others[0];
  const raw = useRawText(house, view.id, source);
  const lines = useMemo(
    () => (source === undefined ? [] : linesIn(view, source, marks)),
    [view, source, marks],
  );
  if (source === undefined) return <p className={styles.text}>{say('evidence.none')}</p>;
  const name = (key: string) => lookUp(`source.${key}`) ?? key;
  return (
    <section className={styles.root} aria-label={say('evidence.raw')}>
      <div className={styles.about}>
        {view.sources.length > 1 && (
          <SourceSelect sources={sources} source={source} pick={setPicked} />
        )}
        {raw?.ok === true && (
          <p className={styles.text}>
            {name(source)} · {say('evidence.encoding', { encoding: raw.value.encoding })}
            {raw.value.cut && ` · ${say('evidence.cut')}`}
          </p>
        )}
      </div>
      {raw === null && <Spinner label={say('evidence.loading')} />}
      {raw?.ok === false && <RefusalBar code={raw.code} />}
      {raw?.ok === true && <RawLines key={source} text={raw.value.text} marked={lines} />}
    </section>
  );
};
