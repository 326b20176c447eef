import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { useOrganisation } from './useOrganisation';

const useStyles = makeStyles({
  root: { margin: 0, display: 'grid', gap: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  way: { overflowWrap: 'anywhere', userSelect: 'text' },
});

const ways = ['phone', 'email', 'portal', 'hours'] as const;

/** Whom to call, where the organisation said so; for problems that are not the person's own to mend. */
export const HelpDesk = () => {
  const styles = useStyles();
  const { say } = useWords();
  const { name, helpDesk } = useOrganisation();
  if (helpDesk === null) return null;
  return (
    <p className={styles.root}>
      <span className={styles.name}>{helpDesk.name ?? name}</span>
      {ways.map(
        (way) =>
          helpDesk[way] !== null && (
            <span key={way} className={styles.way}>
              {say(`organisation.contact.${way}`, { value: helpDesk[way] })}
            </span>
          ),
      )}
    </p>
  );
};
