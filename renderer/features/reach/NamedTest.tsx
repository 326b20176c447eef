import { Button, Checkbox, Field, Input, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { NamedResult } from './NamedResult';
import type { ReachTests } from './useReach';
import { useReachStyles } from './useReachStyles';

/** One file server, printer or site, and where the way to it breaks. */
export const NamedTest = ({ tests }: { tests: ReachTests }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [printer, setPrinter] = useState(false);
  const { running, named, findNamed } = tests;
  const busy = running !== null;
  const submit = () => {
    if (!busy && typed.trim() !== '') findNamed(typed, printer);
  };
  return (
    <section className={styles.section} aria-labelledby="reach-named">
      <Heading level={2} id="reach-named">
        {say('reach.named.title')}
      </Heading>
      <p className={styles.text} id="reach-named-hint">
        {say('reach.named.hint')}
      </p>
      <div className={styles.form}>
        <Field className={styles.field} label={say('reach.named.label')}>
          <Input
            className={styles.wide}
            aria-describedby="reach-named-hint"
            spellCheck={false}
            dir="ltr"
            value={typed}
            onChange={(_event, { value }) => setTyped(value)}
            onKeyDown={({ key }) => key === 'Enter' && submit()}
          />
        </Field>
        <Checkbox
          label={say('reach.named.printer')}
          checked={printer}
          onChange={(_event, { checked }) => setPrinter(checked === true)}
        />
        <Button disabledFocusable={busy} onClick={submit}>
          {say('reach.named.go')}
        </Button>
      </div>
      {running === 'named' && <Spinner label={say('reach.running')} />}
      {named?.ok === false && <RefusalBar code={named.code} />}
      {named?.ok === true && <NamedResult view={named.value} />}
    </section>
  );
};
