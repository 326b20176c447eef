import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Shown } from '../../model/readingFilter';
import { useWords } from '../../words/useWords';
import { Marked } from './Marked';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    inlineSize: '100%',
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  row: { display: 'contents' },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  none: { fontFamily: tokens.fontFamilyBase, color: tokens.colorNeutralForeground2 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** More rows than this are shown only when somebody asks for them. */
const atOnce = 150;

/** Values as they were read: names are the program's own, nothing is translated or rounded. */
export const Facts = ({ shown, wanted }: { shown: Shown; wanted: string }) => {
  const styles = useStyles();
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const { reading, facts } = shown;
  const rows = all ? reading.facts : facts.slice(0, atOnce);
  return (
    <div className={styles.root}>
      <dl className={styles.list}>
        {rows.map(({ name, value }) => (
          <div key={name} className={styles.row}>
            <dt className={styles.name} dir="ltr">
              <Marked text={name} wanted={wanted} />
            </dt>
            <dd className={styles.value} dir="ltr">
              {value === null ? (
                <span className={styles.none}>{say('readings.null')}</span>
              ) : (
                <Marked text={value} wanted={wanted} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {rows.length < reading.facts.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {say('readings.show-all', { count: reading.facts.length })}
        </Button>
      )}
      {reading.cut && <p className={styles.note}>{say('readings.cut')}</p>}
    </div>
  );
};
