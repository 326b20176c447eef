import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { CloudReachView, ReachPurpose } from '../../../preload/contract';
import { scriptSentence } from '../../../strings/proxy-words';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { CloudTable } from './CloudTable';
import { ReachLine } from './ReachLine';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';

const purposes: readonly ReachPurpose[] = [
  'entra-join',
  'hybrid-join',
  'prt',
  'mdm-enrol',
  'whfb',
  'autopilot',
  'intune',
  'tpm-attestation',
  'windows-365',
  'avd',
  'windows-update',
  'delivery-optimization',
  'activation',
  'wns',
  'graph',
  'onedrive',
  'teams',
  'sspr',
  'time',
];
const everything = '';

export const CloudTest = ({ tests }: { tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  const [purpose, setPurpose] = useState<string>(everything);
  const { running, cloud, testCloud } = tests;
  return (
    <section className={styles.section} aria-labelledby="reach-cloud">
      <Heading level={2} id="reach-cloud">
        {say('reach.cloud.title')}
      </Heading>
      <p className={styles.text}>{say('reach.cloud.intro')}</p>
      <div className={styles.form} data-print="no">
        <Field className={styles.field} label={say('reach.cloud.for')}>
          <Select
            className={styles.wide}
            value={purpose}
            onChange={(_event, { value }) => setPurpose(value)}
          >
            <option value={everything}>{say('reach.cloud.all')}</option>
            {purposes.map((id) => (
              <option key={id} value={id}>
                {say(`purpose.${id}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabledFocusable={running !== null}
          onClick={() => testCloud(purposes.filter((id) => id === purpose))}
        >
          {say('reach.cloud.go')}
        </Button>
      </div>
      {running === 'cloud' && <Spinner label={say('reach.running')} />}
      {cloud?.ok === false && <RefusalBar code={cloud.code} />}
      {cloud?.ok === true && <CloudResult view={cloud.value} />}
    </section>
  );
};

const shownHosts = 5;

const CloudResult = ({ view }: { view: CloudReachView }) => {
  const styles = useReachStyles();
  const words = useWords();
  const { say, lookUp } = words;
  const { state, causes, rows } = view;
  const fine = rows.filter(({ problem }) => problem === null).length;
  return (
    <>
      <p className={styles.headline} role="status">
        {say(`endpoints.state.${state}`, { all: rows.length, fine })}
      </p>
      {view.script && <p className={styles.text}>{scriptSentence(view.script, words)}</p>}
      <ReachLine line={view.line} />
      {causes.length > 0 && (
        <>
          <Heading level={3}>{say('reach.causes')}</Heading>
          <ul className={styles.causes}>
            {causes.map(({ code, about, owner, hosts }, index) => {
              const values = { about: about ?? '', count: hosts.length };
              const some = hosts.slice(0, shownHosts).join(', ');
              const more = hosts.length - shownHosts;
              return (
                <li key={`${code} ${String(index)}`}>
                  <span className={styles.problem}>
                    {lookUp(`endpoints.cause.${code}`, values) ?? code}
                  </span>
                  <p className={styles.text}>
                    {lookUp(`endpoints.do.${code}`, values)}
                    <br />
                    {`${say('card.owner')}: ${say(`owner.${owner}`)}`}
                  </p>
                  <bdi className={styles.hosts}>
                    {more > 0 ? say('endpoints.and-more', { some, more }) : some}
                  </bdi>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <CloudTable view={view} />
    </>
  );
};
