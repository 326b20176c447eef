import { Button, Spinner } from '@fluentui/react-components';
import type { ReachStopView } from '../../../preload/contract';
import type { ChainStepView, ChainView } from '../../../preload/contract-chain';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import type { House } from '../shell/useHouse';
import { ProxyWays } from './ProxyWays';
import { ReachLine } from './ReachLine';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';
import { useSignInChain } from './useSignInChain';

interface Props {
  house: House;
  /** The look that is judged; null when there was none yet. */
  inspection: string | null;
  tests: ReachTests;
}

/** What the looked-at device proves of the way from the sign-in to a file server. */
export const SignInChain = ({ house, inspection, tests }: Props) => {
  const styles = useReachStyles();
  const { say } = useWords();
  return (
    <section className={styles.section} aria-labelledby="reach-chain">
      <Heading level={2} id="reach-chain">
        {say('chain.title')}
      </Heading>
      <p className={styles.text}>{say(inspection === null ? 'chain.no-device' : 'chain.intro')}</p>
      {inspection !== null && <Judged house={house} inspection={inspection} tests={tests} />}
    </section>
  );
};

const Judged = ({ house, inspection, tests }: Props & { inspection: string }) => {
  const outcome = useSignInChain(house, inspection);
  if (outcome === null) return <Spinner />;
  if (!outcome.ok) return <RefusalBar code={outcome.code} />;
  return (
    <>
      <Chain view={outcome.value} tests={tests} />
      <ProxyWays view={outcome.value.proxies} />
    </>
  );
};

const stopStates = {
  proved: 'ok',
  broken: 'broken',
  'not-provable': 'unknown',
  'not-needed': 'not-needed',
} as const;

const stopOf = ({ link, state, evidence }: ChainStepView): ReachStopView => ({
  id: link,
  state: stopStates[state],
  proof: evidence.map(({ source, field, value }) => ({
    of: source,
    result: null,
    ms: null,
    values: { [field]: value },
  })),
});

const Chain = ({ view, tests }: { view: ChainView; tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say, lookUp } = useWords();
  const { outcome, domain, steps } = view;
  const linkName = (link: string) => lookUp(`chain.link.${link}`) ?? link;
  const breaks = steps.find(({ state }) => state === 'broken');
  const toTell = steps.filter(({ why, finding }) => why !== null || finding !== null);
  return (
    <>
      <p className={styles.headline} role="status">
        {say(`chain.headline.${outcome}`, { link: breaks ? linkName(breaks.link) : '' })}
      </p>
      <ReachLine line={steps.map(stopOf)} />
      <ul className={styles.causes}>
        {toTell.map(({ link, why, finding }) => (
          <li key={link}>
            <span className={styles.problem}>{linkName(link)}</span>
            <p className={styles.text}>
              {finding === null
                ? lookUp(`chain.why.${why ?? ''}`)
                : lookUp(`finding.${finding}.title`)}
            </p>
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <p className={styles.text}>
          {domain === null ? say('chain.no-domain') : say('chain.domain', { domain })}
        </p>
        {domain !== null && (
          <Button
            disabledFocusable={tests.running !== null}
            onClick={() => tests.findDomain(domain)}
          >
            {say('chain.test-domain')}
          </Button>
        )}
      </div>
    </>
  );
};
