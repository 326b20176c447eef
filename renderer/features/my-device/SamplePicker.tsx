import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { SampleView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({ root: { '@media (min-width: 1000px)': { display: 'none' } } });

interface Props {
  samples: readonly SampleView[];
  chosen: string | null;
  choose(id: string): void;
}

/** The gallery where there is no room for the rail. */
export const SamplePicker = ({ samples, chosen, choose }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  return (
    <Field className={styles.root} label={say('samples.title')}>
      <Select value={chosen ?? ''} onChange={(_event, { value }) => choose(value)}>
        {samples.map(({ id }) => (
          <option key={id} value={id}>
            {lookUp(`sample.${id}.name`) ?? id}
          </option>
        ))}
      </Select>
    </Field>
  );
};
