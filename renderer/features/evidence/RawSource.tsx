import { Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EvidenceView, InspectionView } from '../../../preload/contract';
import { proofSource } from '../../model/proofSource';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import type { House } from '../shell/useHouse';
import { RawLines } from './RawLines';
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
  marks: readonly EvidenceView[];
}

/** One source as the device wrote it, undecorated but for line numbers and marks. */
export const RawSource = ({ house, view, marks }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const [picked, setPicked] = useState<string | null>(null);
  const source = picked ?? proofSource(view.sources, marks);
  const raw = useRawText(house, view.id, source);
  if (source === undefined) return <p className={styles.text}>{say('evidence.none')}</p>;
  const name = (key: string) => lookUp(`source.${key}`) ?? key;
  return (
    <section className={styles.root} aria-label={say('evidence.raw')}>
      <div className={styles.about}>
        {view.sources.length > 1 && (
          <Field label={say('evidence.source')}>
            <Select value={source} onChange={(_event, { value }) => setPicked(value)}>
              {view.sources.map((key) => (
                <option key={key} value={key}>
                  {name(key)}
                </option>
              ))}
            </Select>
          </Field>
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
      {raw?.ok === true && (
        <RawLines
          text={raw.value.text}
          marked={marks.flatMap(({ line }) => (line === undefined ? [] : [line]))}
        />
      )}
    </section>
  );
};
