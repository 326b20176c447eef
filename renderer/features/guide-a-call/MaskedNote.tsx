import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { InspectionView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { listed } from '../../../strings/listed';

/** The receiving side sees what was masked, so that nobody looks for a name that does not exist. */
export const MaskedNote = ({ masked }: Pick<InspectionView, 'masked'>) => {
  const { say, language } = useWords();
  if (masked === null) return null;
  const groups = listed(
    masked.map((group) => say(`report.mask.${group}`)),
    { language },
  );
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {groups === '' ? say('calls.masked.some') : say('calls.masked', { groups })}
      </MessageBarBody>
    </MessageBar>
  );
};
