import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { CallView, CauseView } from '../../../preload/contract-call';
import { useWords } from '../../words/useWords';
import { GuideButton } from '../guide/GuideButton';
import { Heading } from '../shell/Heading';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    listStyleType: 'none',
  },
  leading: { border: `2px solid ${tokens.colorBrandStroke1}` },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  actions: { justifySelf: 'start' },
});

const Cause = ({ cause, leads }: { cause: CauseView; leads: boolean }) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const { id, link, owner, fits, against, guide } = cause;
  return (
    <li className={leads ? `${styles.item} ${styles.leading}` : styles.item}>
      <div className={styles.badges}>
        {leads && <Badge appearance="filled">{say('questions.leading')}</Badge>}
        <Badge appearance="outline" color="informative">
          {say(leads ? 'certainty.likely' : 'certainty.possible')}
        </Badge>
      </div>
      <p className={styles.title}>{lookUp(`finding.${id}.title`) ?? id}</p>
      <p className={styles.quiet}>
        {[
          lookUp(`link.${link}`) ?? link,
          say(`call.owner.${owner}`),
          ...(fits > 0 ? [say('questions.fits', { fits })] : []),
          ...(against > 0 ? [say('questions.against', { against })] : []),
        ].join(' · ')}
      </p>
      {leads && <p className={styles.quiet}>{lookUp(`finding.${id}.next`)}</p>}
      {leads && (
        <div className={styles.actions}>
          <GuideButton guide={guide} />
        </div>
      )}
    </li>
  );
};

/** What the answers leave. Told by a person, so it is never more than likely. */
export const Causes = ({ call }: { call: CallView }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { causes, fitting, leading } = call;
  const more = fitting - causes.length;
  return (
    <section className={styles.root} aria-labelledby="causes">
      <Heading level={3} id="causes">
        {say('questions.remaining', { count: fitting })}
      </Heading>
      <ol className={styles.list} aria-live="polite">
        {causes.map((cause) => (
          <Cause key={cause.id} cause={cause} leads={cause.id === leading} />
        ))}
      </ol>
      {more > 0 && <p className={styles.quiet}>{say('questions.more', { count: more })}</p>}
    </section>
  );
};
