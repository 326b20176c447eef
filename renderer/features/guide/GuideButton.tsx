import { Button } from '@fluentui/react-components';
import { useContext } from 'react';
import { useWords } from '../../words/useWords';
import { GuidesContext } from './GuidesContext';

/** The one thing to do about a finding, where a guide for it may be begun from here. */
export const GuideButton = ({ guide }: { guide: string | null }) => {
  const { say } = useWords();
  const guides = useContext(GuidesContext);
  if (guide === null || guides === null || !guides.startable.has(guide)) return null;
  return (
    <Button appearance="primary" onClick={() => guides.start(guide)}>
      {say('card.guide')}
    </Button>
  );
};

export const AllGuidesButton = () => {
  const { say } = useWords();
  const guides = useContext(GuidesContext);
  return guides === null ? null : (
    <div data-print="no">
      <Button onClick={guides.list}>{say('guides.more')}</Button>
    </div>
  );
};
