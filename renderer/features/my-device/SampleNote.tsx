import { makeStyles, tokens } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    borderRadius: '12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1 },
  text: { margin: 0 },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A sample must never be taken for the computer in front of the person. */
export const SampleNote = ({ id }: { id: string }) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  return (
    <aside className={styles.root} aria-label={say('sample.label')}>
      <BeakerRegular className={styles.icon} aria-hidden />
      <p className={styles.text}>
        <span className={styles.strong}>{say('sample.is-not-yours')}</span>{' '}
        {lookUp(`sample.${id}.story`) ?? say('sample.no-story')}
      </p>
    </aside>
  );
};
