import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CodeView } from '../../../preload/contract';
import { areaWords, structureWords } from '../../../strings/code-words';
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
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  from: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  meaning: { margin: 0, marginBlockStart: '4px', maxInlineSize: '72ch' },
});

interface Props {
  codes: readonly CodeView[];
  explain(code: string, area: string | null): void;
}

/** Every code that was met, explained; of one that nobody knows, what its shape tells. */
export const Codes = ({ codes, explain }: Props) => {
  const styles = useStyles();
  const words = useWords();
  const { say } = words;
  if (codes.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="codes">
      <Heading level={2} id="codes">
        {say('codes.title')}
      </Heading>
      <dl className={styles.list}>
        {codes.map(({ code, field, area, symbol, meaning, structure, owner }, index) => (
          <div key={`${code} ${index}`}>
            <dt>
              <Button
                className={styles.code}
                size="small"
                dir="ltr"
                onClick={() => explain(code, area === 'unknown' ? null : area)}
              >
                {symbol === null ? code : `${code} ${symbol}`}
              </Button>
            </dt>
            <dd className={styles.meaning}>
              {meaning === '' ? (
                structureWords(structure, words).meaning
              ) : (
                <span lang="en">{meaning}</span>
              )}
            </dd>
            <dd className={styles.from}>
              {say('codes.field', { field })}
              {area !== 'unknown' && ` · ${areaWords(area, words)}`}
              {owner !== null && ` · ${say(`call.owner.${owner}`)}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
