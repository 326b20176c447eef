import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import type { Ref } from 'react';
import type { DiagnosisView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { Heading } from '../shell/Heading';
import { Age } from './Age';
import { StateIcon } from './StateIcon';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'center',
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  facts: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  actions: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
});

interface Props {
  level: 1 | 2;
  diagnosis: DiagnosisView;
  problems: number;
  running: boolean;
  again: (() => void) | null;
  showEvidence(): void;
  focusRef?: Ref<HTMLHeadingElement>;
}

/** The first line: verdict, number of problems, age of the data. */
export const Verdict = (props: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const { level, diagnosis, problems, running, again, showEvidence, focusRef } = props;
  return (
    <section className={styles.root} aria-labelledby="verdict">
      <StateIcon state={diagnosis.state} size="large" />
      <div className={styles.words}>
        <Heading level={level} id="verdict" {...(focusRef === undefined ? {} : { focusRef })}>
          {say(`verdict.${diagnosis.state}`)}
        </Heading>
        <p className={styles.facts}>
          {say('verdict.problems', { count: problems })} · <Age at={diagnosis.observedAt} />
        </p>
      </div>
      <div className={styles.actions}>
        {again !== null && (
          <Button icon={<ArrowClockwiseRegular />} disabledFocusable={running} onClick={again}>
            {say('verdict.again')}
          </Button>
        )}
        <EvidenceButton icon={<DocumentTextRegular />} onClick={showEvidence}>
          {say('verdict.raw')}
        </EvidenceButton>
      </div>
    </section>
  );
};
