import { useCallback, useState } from 'react';
import type { RefusalCode } from '../../../preload/contract';
import { fileBytes, largestFile } from '../../model/fileBytes';
import type { House } from '../shell/useHouse';

/** An earlier capture of the same device, opened only to be compared with. */
export const useEarlier = ({ ask }: House, compare: (earlier: string) => void) => {
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const open = useCallback(
    (file: File) => {
      const read = async () => {
        setRefusal(null);
        if (file.size > largestFile) {
          setRefusal('too-large');
          return;
        }
        const bytes = await fileBytes(file).catch(() => null);
        if (bytes === null) {
          setRefusal('cannot-open');
          return;
        }
        const outcome = await ask((door) => door.readFile(file.name, bytes));
        if (outcome?.ok === true) compare(outcome.value.id);
        else if (outcome !== null) setRefusal(outcome.code);
      };
      void read();
    },
    [ask, compare],
  );
  return { open, refusal };
};
