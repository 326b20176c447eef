import { Button, Field, Select } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import type { GuideView, PracticeEnding } from '../../../preload/contract';
import { guideWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

const endings: readonly PracticeEnding[] = ['works', 'changes-nothing', 'fails', 'hangs'];

interface Props {
  /** On a recorded device a person may choose how repairs end. */
  practice: boolean;
  guiding: Guiding;
  fits: readonly GuideView[];
  start(guide: string): void;
}

/** What can be begun here, and, folded away, what cannot and why. */
export const GuideList = ({ practice, guiding, fits, start }: Props) => {
  const styles = useGuideStyles();
  const words = useWords();
  const { say } = words;
  const open = fits.filter(({ fit }) => fit !== 'refused');
  const refused = fits.filter(({ fit }) => fit === 'refused');
  return (
    <>
      <div className={styles.actions} data-print="no">
        <Button icon={<ArrowLeftRegular />} onClick={guiding.leave}>
          {say('guides.back')}
        </Button>
      </div>
      <div className={styles.section}>
        <Heading level={1}>{say('guide.list.title')}</Heading>
        <p className={styles.quiet}>{say('guide.list.intro')}</p>
      </div>
      {practice && (
        <Field label={say('guide.practise')}>
          <Select
            value={guiding.ending}
            onChange={(_event, { value }) => guiding.practise(value as PracticeEnding)}
          >
            {endings.map((ending) => (
              <option key={ending} value={ending}>
                {say(`guide.practise.${ending}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {guiding.refusal !== null && <RefusalBar code={guiding.refusal} />}
      {open.length === 0 && <p className={styles.text}>{say('guide.list.none')}</p>}
      <ul className={styles.rows}>
        {open.map(({ id, fit }) => {
          const { title, about } = guideWords(words, id);
          return (
            <li key={id} className={styles.row}>
              <div className={styles.rowText}>
                <span className={styles.name}>{title}</span>
                <span>{about}</span>
                {fit === 'unsure' && (
                  <span className={styles.quiet}>{say('guide.list.unsure')}</span>
                )}
              </div>
              <Button
                aria-label={`${say('guide.start')}: ${title}`}
                disabledFocusable={guiding.asking}
                onClick={() => start(id)}
              >
                {say('guide.start')}
              </Button>
            </li>
          );
        })}
      </ul>
      {refused.length > 0 && (
        <Fold title={say('guide.list.refused', { count: refused.length })}>
          <ul className={styles.list}>
            {refused.map(({ id, reason, handOver }) => {
              const own = guideWords(words, id);
              return (
                <li key={id}>
                  <span className={styles.name}>{own.title}</span>
                  <p className={styles.quiet}>
                    {reason === null ? '' : own.refused(reason)}{' '}
                    {handOver !== null && say('guide.end.to', { owner: say(`owner.${handOver}`) })}
                  </p>
                </li>
              );
            })}
          </ul>
        </Fold>
      )}
    </>
  );
};
