import type { DomainReachView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { useReachStyles } from './useReachStyles';

/** Every controller that answered, with each of its services. */
export const Controllers = ({ view }: { view: DomainReachView }) => {
  const styles = useReachStyles();
  const { say, lookUp } = useWords();
  if (view.controllers.length === 0) return null;
  return (
    <div
      className={styles.tableBox}
      role="region"
      tabIndex={0}
      aria-label={say('reach.controllers')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('reach.server')}</th>
            <th scope="col">{say('reach.site')}</th>
            <th scope="col">{say('reach.services')}</th>
            <th scope="col">{say('reach.result')}</th>
          </tr>
        </thead>
        <tbody>
          {view.controllers.map(({ host, address, site, problems, steps }) => (
            <tr key={`${host} ${address}`}>
              <td>
                <bdi className={styles.mono}>{host}</bdi>
                <bdi className={styles.note}>{address}</bdi>
                {host === view.chosen && <span>{say('reach.chosen')}</span>}
              </td>
              <td>{site}</td>
              <td>
                {steps.map(({ name, result }) => (
                  <span key={name} className={styles.note}>
                    {say('reach.step', {
                      name: lookUp(`dc.step.${name}`) ?? name,
                      result: lookUp(`net.${result}`) ?? result,
                    })}
                  </span>
                ))}
              </td>
              <td>
                {problems.map((code) => (
                  <span key={code} className={styles.note}>
                    {lookUp(`dc.code.${code}`) ?? code}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
