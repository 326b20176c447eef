import { Radio, RadioGroup } from '@fluentui/react-components';
import type { ResetKindView } from '../../../preload/contract-readiness';
import { readinessWords } from '../../../strings/readiness-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { useReadinessStyles } from './useReadinessStyles';

interface Props {
  kinds: readonly ResetKindView[];
  chosen: string | null;
  choose(id: string): void;
}

/** Every way there is. What cannot be used here is grey and says why. */
export const KindChoice = ({ kinds, chosen, choose }: Props) => {
  const styles = useReadinessStyles();
  const words = useWords();
  const told = readinessWords(words);
  return (
    <section className={styles.section} aria-labelledby="reset-ways">
      <Heading level={2} id="reset-ways">
        {words.say('readiness.ways')}
      </Heading>
      <RadioGroup
        className={styles.box}
        aria-labelledby="reset-ways"
        value={chosen ?? ''}
        onChange={(_event, { value }) => choose(value)}
      >
        {[
          ...kinds.filter(({ suit }) => suit.state !== 'no'),
          ...kinds.filter(({ suit }) => suit.state === 'no'),
        ].map((kind) => (
          <Radio
            key={kind.id}
            value={kind.id}
            disabled={kind.suit.state === 'no'}
            label={
              <>
                {told.of('kind', `${kind.id}.title`)}
                <span className={styles.why}>
                  {kind.suit.state === 'yes'
                    ? told.of('starter', kind.starter)
                    : told.of('suit', kind.suit.reason)}
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </section>
  );
};
