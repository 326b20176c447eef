import { Button, makeStyles } from '@fluentui/react-components';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import { lazy, Suspense, useState } from 'react';
import type { InspectionView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import type { House } from '../shell/useHouse';

const useStyles = makeStyles({ button: { justifySelf: 'start' } });

/** Loaded when somebody hands something over. */
const HandOver = lazy(async () => ({ default: (await import('./HandOver')).HandOver }));

/** From a diagnosis to the next person. */
export const HandOverButton = ({ house, view }: { house: House; view: InspectionView }) => {
  const styles = useStyles();
  const { say } = useWords();
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <>
      <Button className={styles.button} icon={<ShareRegular />} onClick={show}>
        {say('hand-over.open')}
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <HandOver house={house} view={view} open={open} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
