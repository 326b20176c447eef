import { Fragment } from 'react';
import { useWords } from '../../words/useWords';
import { useCloudStyles } from './useCloudStyles';

/** Names and values; what was not said is "not known", never a no. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, string | null])[] }) => {
  const styles = useCloudStyles();
  const { say } = useWords();
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value ?? say('cloud.unknown')}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
};
