import { Button } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';

const formats = ['csv', 'json'] as const;

/** Takes along what was measured last; where it goes, the door asks or says. */
export const SaveResults = ({ tests: { saved, save } }: { tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  return (
    <>
      <div className={styles.form} data-print="no">
        {formats.map((format) => (
          <Button key={format} onClick={() => save(format)}>
            {say(`reach.save.${format}`)}
          </Button>
        ))}
      </div>
      {saved?.ok === false && <RefusalBar code={saved.code} />}
      {saved?.ok === true && (
        <p className={styles.text} role="status">
          {saved.value.where === null
            ? say('reach.not-saved')
            : say('reach.saved', { where: saved.value.where })}
        </p>
      )}
    </>
  );
};
