import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useRoomWords } from '../../words/useRoomWords';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXL, margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxInlineSize: '60ch', color: tokens.colorNeutralForeground2 },
  start: { justifySelf: 'start' },
});

const parts = ['does', 'reads', 'leaves', 'changes'] as const;

/** The first thing anybody sees, once: what it does, what it reads, and that nothing leaves. */
export const Welcome = ({ start }: { start(): void }) => {
  const styles = useStyles();
  const words = useRoomWords('desk');
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = words !== null;
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);
  if (words === null) return <Spinner />;
  return (
    <Page>
      <Heading level={1} focusRef={heading}>
        {words.say('welcome.title')}
      </Heading>
      <dl className={styles.list}>
        {parts.map((part) => (
          <div key={part}>
            <dt className={styles.term}>{words.say(`welcome.${part}`)}</dt>
            <dd className={styles.text}>{words.say(`welcome.${part}.text`)}</dd>
          </div>
        ))}
      </dl>
      <Button className={styles.start} appearance="primary" size="large" onClick={start}>
        {words.say('welcome.start')}
      </Button>
    </Page>
  );
};
