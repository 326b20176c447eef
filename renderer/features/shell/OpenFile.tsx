import { Button, makeStyles } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useRef } from 'react';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({ hidden: { display: 'none' } });

const texts = '.txt,.log,.fieldkit,.zip';

interface Props {
  open(file: File): void;
  label?: string;
  /** A picture of a support code is welcome too. */
  pictures?: boolean;
}

/** A capture or a saved text, chosen by the person: the page gets its bytes and never its path. */
export const OpenFile = ({ open, label, pictures = false }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const name = label ?? say('call.open');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<FolderOpenRegular />} onClick={() => chooser.current?.click()}>
        {name}
      </Button>
      <input
        ref={chooser}
        className={styles.hidden}
        type="file"
        accept={pictures ? `${texts},image/*` : texts}
        aria-label={name}
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
