import { Button, Spinner } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { useOrganisation } from '../organisation/useOrganisation';
import { Heading } from '../shell/Heading';
import { NamedResult } from './NamedResult';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';

/** The servers that the organisation names in its file. The page only asks for the test; main has the list. */
export const OwnServers = ({ tests }: { tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  const { servers } = useOrganisation();
  const { running, servers: outcome, testServers } = tests;
  const busy = running !== null;
  if (servers.length === 0) return null;
  const found = outcome?.ok === true ? outcome.value : [];
  return (
    <section className={styles.section} aria-labelledby="reach-servers">
      <Heading level={2} id="reach-servers">
        {say('reach.servers.title')}
      </Heading>
      <p className={styles.text}>{say('reach.servers.intro')}</p>
      <ul className={styles.servers}>
        {servers.map(({ name, host, port }, place) => {
          const view = found[place];
          const address = `${host}:${String(port)}`;
          return (
            <li key={`${address} ${name ?? ''}`} className={styles.section}>
              <p className={styles.text}>
                {name !== null && `${name} · `}
                <bdi className={styles.mono}>{address}</bdi>
              </p>
              {view !== undefined && <NamedResult view={view} name={name} />}
            </li>
          );
        })}
      </ul>
      <div>
        <Button
          disabledFocusable={busy}
          onClick={() => {
            if (!busy) testServers();
          }}
        >
          {say('reach.servers.go')}
        </Button>
      </div>
      {running === 'servers' && <Spinner label={say('reach.running')} />}
      {outcome?.ok === false && <RefusalBar code={outcome.code} />}
    </section>
  );
};
