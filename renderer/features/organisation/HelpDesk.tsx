import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { OwnAddress } from './OwnAddress';
import { useOrganisation } from './useOrganisation';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '2px', justifyItems: 'start' },
  name: { fontWeight: tokens.fontWeightSemibold },
  way: { overflowWrap: 'anywhere', userSelect: 'text' },
  links: {
    display: 'grid',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const ways = ['phone', 'email', 'hours'] as const;

/** Whom to call and where to read on, where the organisation said so; for what is not the person's own to mend. */
export const HelpDesk = () => {
  const styles = useStyles();
  const { say } = useWords();
  const { name, helpDesk, links } = useOrganisation();
  if (helpDesk === null && links.length === 0) return null;
  return (
    <div className={styles.root}>
      <span className={styles.name}>{helpDesk?.name ?? name}</span>
      {ways.map((way) => {
        const value = helpDesk?.[way] ?? null;
        return (
          value !== null && (
            <span key={way} className={styles.way}>
              {say(`organisation.contact.${way}`, { value })}
            </span>
          )
        );
      })}
      {helpDesk !== null && helpDesk.portal !== null && (
        <OwnAddress
          what="portal"
          text={say('organisation.contact.portal', { value: helpDesk.portal })}
        />
      )}
      {links.length > 0 && (
        <ul className={styles.links} aria-label={say('organisation.links')}>
          {links.map(({ title, address }, place) => (
            <li key={`${title} ${address}`}>
              <OwnAddress what={place} text={title} address={address} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
