import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CloudAnswer } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { ProblemBar } from './ProblemBar';

interface Props<T> {
  answer: CloudAnswer<T> | null;
  asking?: boolean;
  confirm?: () => void;
  children(value: T): ReactNode;
}

/** An answer, the way to it, or why there is none. */
export const Answered = <T,>({ answer, asking = false, confirm, children }: Props<T>) => {
  const { say } = useWords();
  return (
    <>
      {asking && <Spinner size="small" label={say('cloud.loading')} />}
      {answer?.ok === false && (
        <ProblemBar problem={answer} {...(confirm === undefined ? {} : { confirm })} />
      )}
      {answer?.ok === true && children(answer.value)}
    </>
  );
};
