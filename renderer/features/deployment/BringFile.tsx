import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useWords } from '../../words/useWords';

/** A list or a copy of the sheet: the page gets its bytes and never its path. */
export const BringFile = ({ bring }: { bring(file: File): void }) => {
  const { say } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>{say('batch.bring')}</Button>
      <input
        ref={chooser}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,.json"
        aria-label={say('batch.bring')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) bring(file);
          // The same file can be chosen again after it was changed.
          target.value = '';
        }}
      />
    </>
  );
};
