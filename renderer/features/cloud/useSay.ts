import { moment } from '../../model/age';
import { useWords } from '../../words/useWords';

/** The service's values in a person's words; null stays null. */
export const useSay = () => {
  const { say, lookUp, language } = useWords();
  return {
    flag: (value: boolean | null) =>
      value === null ? null : say(value ? 'cloud.yes' : 'cloud.no'),
    time: (at: number | null) => (at === null ? null : moment(at, language)),
    join: (type: string | null) => (type === null ? null : (lookUp(`cloud.join.${type}`) ?? type)),
  };
};
