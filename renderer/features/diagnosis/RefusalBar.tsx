import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RefusalCode } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

export const RefusalBar = ({ code }: { code: RefusalCode }) => {
  const { say } = useWords();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{say(`refusal.${code}`)}</MessageBarBody>
    </MessageBar>
  );
};
