import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { SendingView } from '../../../preload/contract-sending';
import type { Words } from '../../../strings';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { useOutbox } from './useOutbox';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, paddingInlineStart: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
  },
  name: { overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const stateWords = ({ state, why, sent, bytes, again }: SendingView, { say }: Words): string => {
  const percent = bytes === 0 ? 0 : Math.floor((sent / bytes) * 100);
  const reason = why === null ? '' : say(`sending.why.${why}`);
  return [
    say(`sending.state.${state}`, { percent, why: reason }),
    ...(again ? [say('sending.again')] : []),
  ].join(' ');
};

const Sending = ({ one, outbox }: { one: SendingView; outbox: ReturnType<typeof useOutbox> }) => {
  const styles = useStyles();
  const words = useWords();
  const { say } = words;
  const { id, name, to, state, sent, bytes } = one;
  return (
    <li className={styles.item}>
      <span className={styles.name}>{say('sending.to', { name, place: to })}</span>
      {state === 'sending' && (
        <ProgressBar aria-label={say('sending.progress')} value={sent} max={Math.max(1, bytes)} />
      )}
      <p className={styles.quiet} role="status">
        {stateWords(one, words)}
      </p>
      {(state === 'waiting' || state === 'failed') && (
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={say('sending.now', { name })}
            onClick={() => outbox.again(id)}
          >
            {say('sending.now.short')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={say('sending.drop', { name })}
            onClick={() => outbox.drop(id)}
          >
            {say('sending.drop.short')}
          </Button>
        </div>
      )}
    </li>
  );
};

/** What was sent and what still waits, with the reason and the way to end it. */
export const Outbox = ({ outbox }: { outbox: ReturnType<typeof useOutbox> }) => {
  const styles = useStyles();
  const { say } = useWords();
  if (outbox.sendings.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="outbox" data-print="no">
      <Heading level={2} id="outbox">
        {say('sending.title')}
      </Heading>
      <ul className={styles.list}>
        {outbox.sendings.map((one) => (
          <Sending key={one.id} one={one} outbox={outbox} />
        ))}
      </ul>
    </section>
  );
};
