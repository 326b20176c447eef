import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import type { Inspection } from './useInspection';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells a screen reader the step and the outcome; the ticking clock would only be noise. */
export const Announcer = ({ inspection }: { inspection: Inspection }) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const { runningSince, progress, view } = inspection;
  const probe = progress?.probe ?? null;
  const news = () => {
    if (runningSince !== null)
      return probe === null ? say('progress.starting') : (lookUp(`probe.${probe}`) ?? probe);
    return view === null ? '' : say(`verdict.${view.diagnosis.state}`);
  };
  return (
    <div className={styles.root} role="status">
      {news()}
    </div>
  );
};
