import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { memo } from 'react';
import type { ReadingView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { Marked } from './Marked';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '6px',
    paddingInline: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  raw: { justifySelf: 'start', marginBlockStart: '4px' },
  about: { display: 'grid', overflowWrap: 'anywhere' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    // Left to right in any page, so its own start is not always the side of the name.
    marginInline: tokens.spacingHorizontalS,
  },
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  detail: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

const kinds = {
  unavailable: { Icon: QuestionCircleRegular, words: 'readings.unavailable' },
  failed: { Icon: WarningRegular, words: 'readings.failed' },
} as const;

const rightsWords = {
  user: null,
  admin: 'readings.rights.admin',
  system: 'readings.rights.system',
} as const;

interface Props {
  reading: ReadingView;
  kind: keyof typeof kinds;
  wanted: string;
  showRaw(probe: string): void;
}

/** Law 1: nothing was read, and the row says why; it never looks like a value. */
export const Gap = memo(({ reading, kind, wanted, showRaw }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const { Icon, words } = kinds[kind];
  const rights = rightsWords[reading.rights];
  return (
    <div className={styles.root}>
      <Icon aria-hidden />
      <span className={styles.about}>
        <span>
          <Marked text={lookUp(`probe.${reading.probe}`) ?? reading.probe} wanted={wanted} />
          <code className={styles.id} dir="ltr">
            <Marked text={reading.probe} wanted={wanted} />
          </code>
        </span>
        <span className={styles.why}>
          {lookUp(`gap.${reading.why}`) ?? say('gap.other')}
          {rights !== null && ` ${say(rights)}.`}
          {reading.detail !== null && (
            <>
              {' '}
              <bdi className={styles.detail}>{reading.detail}</bdi>
            </>
          )}
        </span>
        {reading.sources.length > 0 && (
          <EvidenceButton
            className={styles.raw}
            size="small"
            icon={<DocumentTextRegular />}
            onClick={() => showRaw(reading.probe)}
          >
            {say('readings.raw')}
          </EvidenceButton>
        )}
      </span>
      <span className={styles.why}>{say(words)}</span>
    </div>
  );
});
Gap.displayName = 'Gap';
