import { Button } from '@fluentui/react-components';
import type { CloudActionView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { Acting } from './useActing';
import { useCloudStyles } from './useCloudStyles';
import { useSay } from './useSay';

const mostShown = 20;

/** What was ordered, and no more than is known of it. */
export const ActionLog = ({ acting }: { acting: Acting }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  const { log } = acting;
  return (
    <section className={styles.section}>
      <Heading level={2}>{say('cloud.log')}</Heading>
      {log.length === 0 && <p className={styles.text}>{say('cloud.log.none')}</p>}
      <ul className={styles.list}>
        {log.slice(0, mostShown).map((record) => (
          <Line key={record.run} record={record} acting={acting} />
        ))}
      </ul>
    </section>
  );
};

const Line = ({ record, acting }: { record: CloudActionView; acting: Acting }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const { time } = useSay();
  const { run, action, target, begunAt, sent, state, setAside, code, requestId } = record;
  const known = [
    state === null ? say(`cloud.log.${sent}`) : (lookUp(`cloud.state.${state}`) ?? state),
    ...(setAside ? [say('cloud.log.set-aside')] : []),
    ...(code === null ? [] : [lookUp(`cloud.problem.${code}`) ?? code]),
    ...(requestId === null || sent === 'accepted'
      ? []
      : [say('cloud.problem.request', { id: requestId })]),
  ];
  return (
    <li className={styles.card}>
      <p className={styles.strong}>
        {say('cloud.log.line', {
          action: lookUp(`cloud.action.${action}.title`) ?? action,
          target,
        })}
        {' · '}
        {time(begunAt)}
      </p>
      <p className={styles.text}>{known.join(' ')}</p>
      {record.open && (
        <div className={styles.actions}>
          {record.canFollow && (
            <Button size="small" onClick={() => acting.follow(run)}>
              {say('cloud.log.follow')}
            </Button>
          )}
          {sent === 'unknown' && (
            <Button
              size="small"
              title={say('cloud.log.set-it-aside.hint')}
              onClick={() => acting.setAside(run)}
            >
              {say('cloud.log.set-it-aside')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
};
