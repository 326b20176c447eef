import type { ProxyWaysView } from '../../../preload/contract-chain';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useReachStyles } from './useReachStyles';

/** The proxy as each part of Windows sees it, side by side. */
export const ProxyWays = ({ view }: { view: ProxyWaysView | null }) => {
  const styles = useReachStyles();
  const { say } = useWords();
  return (
    <>
      <Heading level={3}>{say('proxy.title')}</Heading>
      {view === null ? (
        <p className={styles.text}>{say('proxy.not-read')}</p>
      ) : (
        <>
          <table className={styles.table}>
            <tbody>
              {view.ways.map(({ who, how, address, except }) => (
                <tr key={who}>
                  <th scope="row">{say(`proxy.who.${who}`)}</th>
                  <td>
                    <bdi>{say(`proxy.how.${how}`, { address: address ?? '' })}</bdi>
                    {except !== null && (
                      <bdi className={styles.note}>{say('proxy.except', { list: except })}</bdi>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={view.differ === 'yes' ? styles.problem : styles.text}>
            {say(`proxy.differ.${view.differ}`)}
          </p>
        </>
      )}
    </>
  );
};
