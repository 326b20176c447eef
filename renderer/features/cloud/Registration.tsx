import type { RegistrationView } from '../../../preload/contract-cloud';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';
import { useCloudStyles } from './useCloudStyles';

/** Everything IT has to enter, to be copied as it stands. */
export const Registration = ({ view, open }: { view: RegistrationView; open: boolean }) => {
  const styles = useCloudStyles();
  const { say, lookUp } = useWords();
  const written = (value: string | null) => ({ value: value ?? say('cloud.for-it.missing') });
  return (
    <Fold title={say('cloud.for-it')} open={open}>
      <div className={styles.section}>
        <p className={styles.text}>{say('cloud.for-it.intro')}</p>
        <p className={styles.text}>
          {say('cloud.for-it.client', written(view.clientId))}
          <br />
          {say('cloud.for-it.tenant', written(view.tenant))}
          <br />
          {say('cloud.for-it.cloud', { value: view.cloud })}
        </p>
        <Heading level={2}>{say('cloud.for-it.redirects')}</Heading>
        {view.redirects.map((address) => (
          <p key={address} className={styles.code} dir="ltr">
            {address}
          </p>
        ))}
        <Heading level={2}>{say('cloud.for-it.permissions')}</Heading>
        <div
          className={styles.tableBox}
          role="region"
          tabIndex={0}
          aria-label={say('cloud.for-it.permissions')}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {(['permission', 'used-for', 'consent'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(`cloud.for-it.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.permissions.map(({ name, purposes, administrator }) => (
                <tr key={name}>
                  <td className={styles.code} dir="ltr">
                    {name}
                  </td>
                  <td>{purposes.map((id) => lookUp(`cloud.purpose.${id}`) ?? id).join(', ')}</td>
                  <td>
                    {say(
                      administrator
                        ? 'cloud.for-it.consent.administrator'
                        : 'cloud.for-it.consent.person',
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Fold>
  );
};
