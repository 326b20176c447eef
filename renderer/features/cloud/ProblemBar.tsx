import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { CloudProblem } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';

/** What a person can cure by going on in the browser, there and then. */
const curable = new Set(['needs-sign-in', 'needs-consent', 'needs-confirmation']);

interface Props {
  problem: CloudProblem;
  /** Goes on in the browser and asks again. */
  confirm?: () => void;
}

/** Why there is nothing, what to do about it, and what support will ask for. */
export const ProblemBar = ({ problem, confirm }: Props) => {
  const { say, lookUp } = useWords();
  const { code, authorityCode, requestId } = problem;
  const details = [
    ...(authorityCode === null ? [] : [say('cloud.problem.code', { code: authorityCode })]),
    ...(requestId === null ? [] : [say('cloud.problem.request', { id: requestId })]),
  ];
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {[lookUp(`cloud.problem.${code}`) ?? code, ...details].join(' ')}
      </MessageBarBody>
      {confirm !== undefined && curable.has(code) && (
        <MessageBarActions>
          <Button onClick={confirm}>{say('cloud.needs.continue')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
