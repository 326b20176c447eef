import { Button } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { Notice } from './Notice';

/** Nothing could be loaded at all. */
export const ConnectionLost = () => {
  const { say } = useWords();
  return (
    <Notice title={say('lost.title')} text={say('lost.text')}>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {say('lost.reload')}
      </Button>
    </Notice>
  );
};
