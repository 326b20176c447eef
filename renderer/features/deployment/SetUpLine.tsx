import type { FoundView, SetUpStepView, SetUpView } from '../../../preload/contract-batch';
import { listed } from '../../../strings/listed';
import { useWords } from '../../words/useWords';
import { useFindingWords } from '../diagnosis/useFindingWords';
import { Heading } from '../shell/Heading';
import { useNow } from '../shell/useNow';
import { clockIn, useBatchStyles } from './useBatchStyles';

const minute = 60_000;

const useStepText = () => {
  const { say, lookUp, language } = useWords();
  const nameOf = ({ id, name }: SetUpStepView): string => {
    const [whole = '', part] = id.split('/');
    const phase = name ?? lookUp(`batch.phase.${whole}`) ?? whole;
    return part === undefined || name !== null ? phase : `${phase}: ${part}`;
  };
  const told = (step: SetUpStepView): string => {
    const parts = [
      say(`batch.progress.${step.state}`),
      step.from !== null && step.until !== null
        ? say('batch.set-up.took', { minutes: Math.floor((step.until - step.from) / minute) })
        : null,
      step.from !== null && step.until === null
        ? say('batch.set-up.since', { moment: clockIn(step.from, language) })
        : null,
      step.code === null ? null : say('batch.set-up.code', { code: step.code }),
    ];
    return listed(
      parts.filter((text) => text !== null),
      { language },
    );
  };
  return { nameOf, told };
};

const Steps = ({ title, steps }: { title: string; steps: readonly SetUpStepView[] }) => {
  const { nameOf, told } = useStepText();
  return (
    <div>
      <Heading level={3}>{title}</Heading>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            {nameOf(step)}: {told(step)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The line of a set-up: what is through, what is under way, what it waits for and how long that may take. */
export const SetUpLine = ({ setUp }: { setUp: SetUpView }) => {
  const styles = useBatchStyles();
  const { say, lookUp, language } = useWords();
  const now = useNow(15_000);
  const { phases, apps, giveUp, waitsFor, findings } = setUp;
  const waits = waitsFor.map((id) => {
    const [whole = '', part] = id.split('/');
    const phase = lookUp(`batch.phase.${whole}`);
    return phase === null || part === undefined ? (phase ?? id) : `${phase}: ${part}`;
  });
  return (
    <div className={styles.section}>
      {setUp.over === 'yes' && <p className={styles.text}>{say('batch.set-up.over')}</p>}
      {waits.length > 0 && (
        <p className={styles.text}>
          {say('batch.set-up.waits', { what: listed(waits, { language }) })}
        </p>
      )}
      {giveUp !== null && (
        <p className={styles.text}>
          {say(`batch.set-up.give-up.${giveUp.told ? 'told' : 'usual'}`, {
            moment: clockIn(giveUp.at, language),
            minutes: Math.round(giveUp.minutes),
          })}{' '}
          {giveUp.at < now && <strong>{say('batch.set-up.late')}</strong>}
        </p>
      )}
      {phases.length > 0 && <Steps title={say('batch.set-up.phases')} steps={phases} />}
      {apps.length > 0 && <Steps title={say('batch.set-up.apps')} steps={apps} />}
      {apps.length === 0 && (
        <p className={styles.text}>
          {say(phases.length === 0 ? 'batch.set-up.nothing' : 'batch.set-up.no-apps')}
        </p>
      )}
      <Found findings={findings} />
    </div>
  );
};

/** Problems in words: why, and what to do. */
export const Found = ({ findings }: { findings: readonly FoundView[] }) => {
  const styles = useBatchStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <div>
      <Heading level={3}>{say('batch.device.found')}</Heading>
      <ul>
        {findings.map((finding) => {
          const { title, why, next } = wordsOf(finding);
          return (
            <li key={finding.id}>
              {title}
              <span className={styles.dim}>{why}</span>
              <span className={styles.dim}>{next}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
