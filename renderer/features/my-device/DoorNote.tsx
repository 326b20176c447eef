import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';

/** Why this is a browser tab and not the window that was meant to open. */
export const DoorNote = ({ reason }: { reason: string | null }) => {
  const { say, lookUp } = useWords();
  if (reason === null) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{lookUp(`door-reason.${reason}`) ?? say('door-reason.other')}</MessageBarBody>
    </MessageBar>
  );
};
