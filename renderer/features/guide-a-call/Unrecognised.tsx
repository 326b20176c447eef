import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Kept and shown, because a newer Windows may say something we do not know yet. */
export const Unrecognised = ({ lines }: { lines: readonly string[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  if (lines.length === 0) return null;
  return (
    <Fold title={say('call.unrecognised', { count: lines.length })}>
      <ul className={styles.list}>
        {lines.map((line, index) => (
          <li key={`${line} ${index}`} dir="ltr">
            {line}
          </li>
        ))}
      </ul>
    </Fold>
  );
};
