import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CodeMeaningView, ExplanationView } from '../../../preload/contract';
import { structureWords } from '../../../strings/code-words';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';
import { CodeButtons } from './CodeButtons';
import { Meaning } from './Meaning';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  text: { margin: 0, maxInlineSize: '68ch' },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  match: { display: 'grid', gap: '2px', justifyItems: 'start' },
  found: { fontFamily: tokens.fontFamilyMonospace, textAlign: 'start', overflowWrap: 'anywhere' },
});

interface Props {
  explanation: ExplanationView;
  explain(code: string, area: string | null): void;
}

/** Everything that is known about what was asked, and plainly what is not. */
export const Explanation = ({ explanation, explain }: Props) => {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  const { say } = words;
  const symbol = explanation.kind === 'known' ? explanation.meaning.symbol : null;
  const meanings = (list: readonly CodeMeaningView[]) => (
    <ul className={styles.list}>
      {list.map((meaning) => (
        <li key={`${meaning.code} ${meaning.area}`}>
          <Meaning meaning={meaning} />
        </li>
      ))}
    </ul>
  );
  const suggestions = (codes: readonly string[]) =>
    codes.length > 0 && (
      <>
        <p className={styles.text}>{say('codes.suggestions')}</p>
        <CodeButtons codes={codes} known={[]} explain={explain} />
      </>
    );
  const body = () => {
    switch (explanation.kind) {
      case 'known': {
        const { meaning, others } = explanation;
        return (
          <>
            <Meaning meaning={meaning} />
            {others.length > 0 && (
              <Fold title={say('codes.others', { count: others.length })}>{meanings(others)}</Fold>
            )}
          </>
        );
      }
      case 'structure': {
        const { meaning, plain } = structureWords(explanation.structure, words);
        return (
          <>
            {[...new Set([plain, meaning])].map((text) => (
              <p key={text} className={styles.text}>
                {text}
              </p>
            ))}
            {explanation.related.length > 0 && (
              <Fold title={say('codes.related')} open>
                {meanings(explanation.related)}
              </Fold>
            )}
            {suggestions(explanation.suggestions)}
          </>
        );
      }
      case 'matches': {
        const { matches, total } = explanation;
        return (
          <>
            <p className={styles.text}>
              {say('codes.matches', { total })}{' '}
              {total > matches.length && say('codes.matches.shown', { shown: matches.length })}
            </p>
            <ul className={styles.list}>
              {matches.map(({ code, area, symbol: name, plain }) => (
                <li key={`${code} ${area}`} className={styles.match}>
                  <Button
                    className={styles.found}
                    size="small"
                    dir="ltr"
                    onClick={() => explain(code, area)}
                  >
                    {name === null ? code : `${code} ${name}`}
                  </Button>
                  <p className={styles.text} lang="en">
                    {plain}
                  </p>
                </li>
              ))}
            </ul>
          </>
        );
      }
      case 'unknown':
        return (
          <>
            <p className={styles.text}>{say('code.unknown')}</p>
            {suggestions(explanation.suggestions)}
          </>
        );
    }
  };
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Heading level={3} id={id}>
        <bdi className={styles.code}>{explanation.code}</bdi>
        {symbol !== null && symbol !== explanation.code && <> · {symbol}</>}
      </Heading>
      {body()}
    </section>
  );
};
