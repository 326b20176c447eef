import { Field, Select } from '@fluentui/react-components';
import type { ProofSources } from '../../model/proofSource';
import { useWords } from '../../words/useWords';

interface Props {
  sources: ProofSources;
  source: string;
  pick(source: string): void;
}

/** What proves it stands first; everything else that was read can be looked at as well. */
export const SourceSelect = ({ sources: { proof, others }, source, pick }: Props) => {
  const { say, lookUp } = useWords();
  const options = (keys: readonly string[]) =>
    keys.map((key) => (
      <option key={key} value={key}>
        {lookUp(`source.${key}`) ?? key}
      </option>
    ));
  const grouped = proof.length > 0 && others.length > 0;
  return (
    <Field label={say('evidence.source')}>
      <Select value={source} onChange={(_event, { value }) => pick(value)}>
        {grouped ? (
          <>
            <optgroup label={say('evidence.proof')}>{options(proof)}</optgroup>
            <optgroup label={say('evidence.others')}>{options(others)}</optgroup>
          </>
        ) : (
          options([...proof, ...others])
        )}
      </Select>
    </Field>
  );
};
