import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ShieldRegular } from '@fluentui/react-icons/svg/shield';
import { useWords } from '../../words/useWords';
import type { Inspection } from '../my-device/useInspection';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { useRightsOffer } from './useRightsOffer';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  waiting: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

interface Props {
  house: House;
  inspection: Inspection;
}

/** What is closed to this account on this PC, and the one question that opens it. */
export const AdministratorReading = ({ house, inspection }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const offer = useRightsOffer(house);
  const { view, asking, runningSince } = inspection;
  if (view === null || view.closed.length === 0 || offer === null) return null;
  return (
    <section className={styles.root} aria-labelledby="rights" data-print="no">
      <Heading level={2} id="rights">
        {say('rights.title')}
      </Heading>
      <p className={styles.text}>
        {offer === 'offered'
          ? say('rights.about', { count: view.closed.length })
          : say(`rights.${offer}`)}
      </p>
      {offer === 'offered' && !asking && (
        <Button
          icon={<ShieldRegular />}
          disabledFocusable={runningSince !== null}
          onClick={inspection.readMore}
        >
          {say('rights.read')}
        </Button>
      )}
      {asking && (
        <div className={styles.waiting} role="status">
          <Spinner size="tiny" label={say('rights.waiting')} />
          <Button onClick={inspection.cancel}>{say('rights.stop')}</Button>
        </div>
      )}
    </section>
  );
};
