import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { guideWords } from '../../../strings/guide-words';
import type { Guiding } from './useGuide';
import { useRoomWords } from '../../words/useRoomWords';

/** What was begun before a restart, a crash or a power cut offers itself again. */
export const Unfinished = ({ guiding }: { guiding: Guiding }) => {
  const words = useRoomWords('guides');
  if (words === null) return null;
  const { say } = words;
  return (
    <>
      {guiding.unfinished.map(({ run, guide, edited }) => {
        const { title } = guideWords(words, guide);
        return (
          <MessageBar key={run} layout="multiline" intent={edited ? 'warning' : 'info'}>
            <MessageBarBody>
              {say(edited ? 'guides.unfinished.edited' : 'guides.unfinished', { title })}
            </MessageBarBody>
            {!edited && (
              <MessageBarActions>
                <Button onClick={() => guiding.resume(run)}>{say('guides.resume')}</Button>
                <Button onClick={() => guiding.drop(run)}>{say('guides.drop')}</Button>
              </MessageBarActions>
            )}
          </MessageBar>
        );
      })}
    </>
  );
};
