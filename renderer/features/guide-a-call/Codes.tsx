import { makeStyles, tokens } from '@fluentui/react-components';
import type { CodeView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  from: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  meaning: { margin: 0, maxInlineSize: '72ch' },
});

/** Every code that was met, explained. */
export const Codes = ({ codes }: { codes: readonly CodeView[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  if (codes.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="codes">
      <Heading level={2} id="codes">
        {say('codes.title')}
      </Heading>
      <dl className={styles.list}>
        {codes.map(({ code, field, symbol, meaning, owner }, index) => (
          <div key={`${code} ${index}`}>
            <dt className={styles.code} dir="ltr">
              {symbol === null ? code : `${code} ${symbol}`}
            </dt>
            <dd className={styles.meaning} lang="en">
              {meaning}
            </dd>
            <dd className={styles.from}>
              {say('codes.field', { field })}
              {owner !== null && ` · ${say(`call.owner.${owner}`)}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
