import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { DomainReachView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { Controllers } from './Controllers';
import { ReachLine } from './ReachLine';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';

export const DomainTest = ({ tests }: { tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  const [name, setName] = useState('');
  const { running, domain, findDomain } = tests;
  const busy = running !== null;
  const submit = () => {
    if (!busy && name.trim() !== '') findDomain(name);
  };
  return (
    <section className={styles.section} aria-labelledby="reach-domain">
      <Heading level={2} id="reach-domain">
        {say('reach.domain.title')}
      </Heading>
      <p className={styles.text} id="reach-domain-hint">
        {say('reach.domain.hint')}
      </p>
      <div className={styles.form}>
        <Field className={styles.field} label={say('reach.domain.name')}>
          <Input
            className={styles.wide}
            aria-describedby="reach-domain-hint"
            spellCheck={false}
            dir="ltr"
            value={name}
            onChange={(_event, { value }) => setName(value)}
            onKeyDown={({ key }) => key === 'Enter' && submit()}
          />
        </Field>
        <Button disabledFocusable={busy} onClick={submit}>
          {say('reach.domain.go')}
        </Button>
      </div>
      {running === 'domain' && <Spinner label={say('reach.running')} />}
      {domain?.ok === false && <RefusalBar code={domain.code} />}
      {domain?.ok === true && <DomainResult view={domain.value} />}
    </section>
  );
};

const DomainResult = ({ view }: { view: DomainReachView }) => {
  const styles = useReachStyles();
  const { say, lookUp } = useWords();
  const what = lookUp(`dc.code.${view.code}`) ?? view.code;
  const todo = lookUp(`dc.do.${view.code}`);
  return (
    <>
      <div role="status">
        <p className={styles.headline}>{say('dc.headline', { domain: view.domain, what })}</p>
        {todo !== null && <p className={styles.text}>{todo}</p>}
        {view.owner !== null && (
          <p className={styles.text}>{`${say('card.owner')}: ${say(`owner.${view.owner}`)}`}</p>
        )}
        {view.hints.map((hint) => (
          <p key={hint} className={styles.text}>
            {lookUp(`dc.hint.${hint}`) ?? hint}
          </p>
        ))}
      </div>
      <ReachLine line={view.line} />
      <Controllers view={view} />
    </>
  );
};
