import { age, moment } from '../../model/age';
import { useWords } from '../../words/useWords';
import { useNow } from '../shell/useNow';

const everyHalfMinute = 30_000;

/** How old the data is; "not known" is said as such. */
export const Age = ({ at }: { at: number | null }) => {
  const { say, locale } = useWords();
  const now = useNow(everyHalfMinute);
  if (at === null) return say('age.unknown');
  return (
    <time dateTime={new Date(at).toISOString()}>
      {say('age.read', { age: age(at, now, locale), moment: moment(at, locale) })}
    </time>
  );
};
