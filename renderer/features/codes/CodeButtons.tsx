import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CodeView } from '../../../preload/contract';
import { areaOf } from '../../model/areaOf';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  code: {
    minInlineSize: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  codes: readonly string[];
  /** What main knew about the codes it met. */
  known: readonly CodeView[];
  explain(code: string, area: string | null): void;
}

/** The codes of a finding, each one click from what it means. */
export const CodeButtons = ({ codes, known, explain }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  if (codes.length === 0) return null;
  return (
    <div className={styles.root} role="group" aria-label={say('codes.of-finding')}>
      <span aria-hidden>{say('codes.of-finding')}</span>
      {codes.map((code) => (
        <Button
          key={code}
          className={styles.code}
          size="small"
          dir="ltr"
          onClick={() => explain(code, areaOf(code, known))}
        >
          {code}
        </Button>
      ))}
    </div>
  );
};
