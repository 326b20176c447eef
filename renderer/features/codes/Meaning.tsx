import { makeStyles, tokens } from '@fluentui/react-components';
import type { CodeMeaningView } from '../../../preload/contract';
import { areaWords } from '../../../strings/code-words';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  plain: { margin: 0, fontWeight: tokens.fontWeightSemibold, maxInlineSize: '64ch' },
  facts: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0, maxInlineSize: '68ch', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** The catalogue is written in English and marked as such, so that it is read aloud rightly. */
export const Meaning = ({ meaning }: { meaning: CodeMeaningView }) => {
  const styles = useStyles();
  const words = useWords();
  const { say } = words;
  const { plain, causes, steps, source, owner, area } = meaning;
  return (
    <div className={styles.root}>
      <p className={styles.plain} lang="en">
        {plain}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt className={styles.label}>{say('codes.detail')}</dt>
          <dd className={styles.value} lang="en">
            {meaning.meaning}
          </dd>
        </div>
        <div>
          <dt className={styles.label}>{say('codes.owner')}</dt>
          <dd className={styles.value}>{say(`owner.${owner}`)}</dd>
        </div>
        <div>
          <dt className={styles.label}>{say('codes.area')}</dt>
          <dd className={styles.value}>{areaWords(area, words)}</dd>
        </div>
        {causes.length > 0 && (
          <div>
            <dt className={styles.label}>{say('codes.causes')}</dt>
            <dd className={styles.value}>
              <ul className={styles.list} lang="en">
                {causes.map((cause) => (
                  <li key={cause}>{cause}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {steps.length > 0 && (
          <div>
            <dt className={styles.label}>{say('codes.steps')}</dt>
            <dd className={styles.value}>
              <ol className={styles.list} lang="en">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </dd>
          </div>
        )}
        <div>
          <dt className={styles.label}>{say('codes.source')}</dt>
          <dd className={styles.value} dir="ltr">
            {source}
          </dd>
        </div>
      </dl>
    </div>
  );
};
