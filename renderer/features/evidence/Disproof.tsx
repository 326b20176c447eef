import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { useDisproof } from './useDisproof';
import { listed } from '../../../strings/listed';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

interface Props {
  house: House;
  inspection: string;
  finding: string;
}

/** What would have to be different for the finding to be wrong. */
export const Disproof = ({ house, inspection, finding }: Props) => {
  const styles = useStyles();
  const { say, lookUp, language } = useWords();
  const disproof = useDisproof(house, inspection, finding);
  if (disproof === null) return null;
  const probes = listed(
    disproof.standsOn.map((probe) => lookUp(`probe.${probe}`) ?? probe),
    { language },
  );
  return (
    <section className={styles.root} aria-labelledby="disproof">
      <Heading level={3} id="disproof">
        {say('disproof.title')}
      </Heading>
      {disproof.facts.length > 0 && <p className={styles.text}>{say('disproof.intro')}</p>}
      <ul className={styles.list}>
        {disproof.facts.map(({ source, ...row }) => (
          <li key={`${source} ${row.field}`}>{say('disproof.row', row)}</li>
        ))}
      </ul>
      <p className={styles.text}>
        {probes === '' ? say('disproof.several') : say('disproof.stands-on', { probes })}
      </p>
    </section>
  );
};
