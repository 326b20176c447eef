import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import type { GuideRunView } from '../../../preload/contract';
import { guideWords } from '../../../strings/guide-words';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { Busy } from './Busy';
import { GuideEnd } from './GuideEnd';
import { GuideLog } from './GuideLog';
import { SkipMenu } from './SkipMenu';
import { StepCard } from './StepCard';
import type { Guiding } from './useGuide';
import { useGuideStyles } from './useGuideStyles';

const noteOf = ({ dryRun, device }: GuideRunView) => {
  if (dryRun) return 'guide.device.dry-run';
  if (device === 'practice') return 'guide.device.practice';
  return device === 'caller' ? 'guide.device.caller' : null;
};

/** A guide on the screen: where it stands, one thing to do, the way back and out, and the log. */
export const GuideRunner = ({ guiding, run }: { guiding: Guiding; run: GuideRunView }) => {
  const styles = useGuideStyles();
  const words = useWords();
  const { say } = words;
  const { end, step, busy } = run;
  const note = noteOf(run);
  const refusal = guiding.refusal ?? run.trouble;
  return (
    <>
      <div className={styles.section}>
        <Heading level={1}>{guideWords(words, run.guide).title}</Heading>
        {note !== null && <p className={styles.quiet}>{say(note)}</p>}
        {end === null && (
          <>
            <ProgressBar
              aria-label={say('guide.progress')}
              value={run.position}
              max={run.of}
              thickness="large"
            />
            <p className={styles.quiet}>
              {say('guide.position', { position: run.position, of: run.of })}
            </p>
          </>
        )}
      </div>
      {refusal !== null && <RefusalBar code={refusal} />}
      {end !== null && <GuideEnd guiding={guiding} run={run} end={end} />}
      {end === null && step !== null && <StepCard guiding={guiding} run={run} step={step} />}
      {busy !== null && <Busy key={busy.kind} busy={busy} />}
      <div className={styles.bottom} data-print="no">
        <div className={styles.actions}>
          {run.canBack && (
            <Button icon={<ArrowLeftRegular />} onClick={guiding.back}>
              {say('guide.back')}
            </Button>
          )}
          {run.canSkip && <SkipMenu skip={guiding.skip} />}
        </div>
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={() => window.print()}>
            {say('guide.print')}
          </Button>
          {end === null && (
            <Button appearance="subtle" onClick={guiding.stop}>
              {say('guide.stop')}
            </Button>
          )}
          <Button onClick={guiding.leave}>
            {say(end === null ? 'guide.leave' : 'guide.close')}
          </Button>
        </div>
      </div>
      <GuideLog run={run} />
    </>
  );
};
