import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: {
    position: 'fixed',
    inset: '16px',
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    borderRadius: '20px',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase500,
    opacity: 0.96,
    pointerEvents: 'none',
    zIndex: 1000,
  },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
});

export const DropHint = () => {
  const styles = useStyles();
  const { say } = useWords();
  return (
    <div className={styles.root}>
      <ArrowDownloadRegular className={styles.icon} aria-hidden />
      {say('call.drop')}
    </div>
  );
};
