import { Button, Spinner } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { WordsContext } from '../../words/WordsContext';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';
import type { House } from '../shell/useHouse';
import { Clocks } from './Clocks';
import { CloudTest } from './CloudTest';
import { DomainTest } from './DomainTest';
import { NamedTest } from './NamedTest';
import { OwnServers } from './OwnServers';
import { SaveResults } from './SaveResults';
import { SignInChain } from './SignInChain';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';
import { useRoomWords } from '../../words/useRoomWords';

interface Props {
  house: House;
  /** The look whose chain is shown; null when there was none yet. */
  inspection: string | null;
  tests: ReachTests;
}

/** What this PC can reach, and who is in the way. Nothing is contacted before somebody asks for it. */
export const Reach = ({ house, inspection, tests }: Props) => {
  const words = useRoomWords('reach');
  if (words === null) return <Spinner />;
  return (
    <WordsContext.Provider value={words}>
      <Content house={house} inspection={inspection} tests={tests} />
    </WordsContext.Provider>
  );
};

const Content = ({ house, inspection, tests }: Props) => {
  const styles = useReachStyles();
  const { say } = useWords();
  return (
    <Page>
      <div className={styles.section}>
        <Heading level={1}>{say('reach.title')}</Heading>
        <p className={styles.text}>{say('reach.intro')}</p>
        {tests.running !== null && (
          <div>
            <Button onClick={tests.cancel}>{say('reach.cancel')}</Button>
          </div>
        )}
      </div>
      <DomainTest tests={tests} />
      <SignInChain house={house} inspection={inspection} tests={tests} />
      <OwnServers tests={tests} />
      <NamedTest tests={tests} />
      {tests.clock !== null && <Clocks view={tests.clock} />}
      <CloudTest tests={tests} />
      {tests.clock !== null && <SaveResults tests={tests} />}
    </Page>
  );
};
