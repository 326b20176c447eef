import { Button, makeStyles } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useRef } from 'react';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({ hidden: { display: 'none' } });

/** A capture or a saved text, chosen by the person: the page gets its bytes and never its path. */
export const OpenFile = ({ open }: { open(file: File): void }) => {
  const styles = useStyles();
  const { say } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<FolderOpenRegular />} onClick={() => chooser.current?.click()}>
        {say('call.open')}
      </Button>
      <input
        ref={chooser}
        className={styles.hidden}
        type="file"
        accept=".txt,.log,.fieldkit,.zip"
        aria-label={say('call.open')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) open(file);
          // The same file can be chosen again after it was changed.
          target.value = '';
        }}
      />
    </>
  );
};
