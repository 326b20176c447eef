import { clockApart, clockProtocols } from '../../../strings/clock-words';
import type { ClockTableView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useReachStyles } from './useReachStyles';

/** Whose clock says what, from every test together, and which one is wrong. */
export const Clocks = ({ view }: { view: ClockTableView }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  const { wrong, state, offsetMs, looksLikeTimeZone, odd, rows } = view;
  const seconds = Math.abs(Math.round((offsetMs ?? 0) / 1000));
  const title = say('check-reach.clocks.title');
  return (
    <div className={styles.section}>
      <Heading level={2}>{title}</Heading>
      <div role="status">
        <p className={wrong === 'nobody' || wrong === 'unknown' ? styles.text : styles.problem}>
          {wrong === 'unknown'
            ? say('check-reach.clock', { state, seconds, zone: 'no' })
            : say('check-reach.clocks.verdict', { wrong })}
        </p>
        {wrong !== 'unknown' && state !== 'right' && (
          <p className={styles.text}>
            {say('check-reach.clock', { state, seconds, zone: looksLikeTimeZone ? 'yes' : 'no' })}
          </p>
        )}
        {odd.length > 0 && (
          <p className={styles.text}>{say('check-reach.odd', { hosts: odd.join(', ') })}</p>
        )}
      </div>
      {wrong !== 'unknown' && (
        <div className={styles.tableBox} role="region" tabIndex={0} aria-label={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('check-reach.clocks.whose')}</th>
                <th scope="col">{say('check-reach.clocks.by')}</th>
                <th scope="col">{say('check-reach.clocks.offset')}</th>
                <th scope="col">{say('reach.result')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ host, shownBy, offsetMs: apart, mark }, index) => (
                <tr key={String(index)}>
                  <td>
                    {host === null ? (
                      say('reach.stop.this-pc')
                    ) : (
                      <bdi className={styles.mono}>{host}</bdi>
                    )}
                  </td>
                  <td>{shownBy === null ? '' : clockProtocols[shownBy]}</td>
                  <td>{host === null ? '' : say('check-reach.clocks.apart', clockApart(apart))}</td>
                  <td>
                    <span className={mark === 'wrong' ? styles.problem : undefined}>
                      {say('check-reach.clocks.is', { mark })}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
};
