import { Button } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { Notice } from './Notice';

export const FaultMessage = () => {
  const { say } = useWords();
  return (
    <Notice title={say('fault.title')} text={say('fault.text')}>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {say('lost.reload')}
      </Button>
    </Notice>
  );
};
