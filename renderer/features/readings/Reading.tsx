import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { memo, useState } from 'react';
import type { Shown } from '../../model/readingFilter';
import { useWords } from '../../words/useWords';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { Facts } from './Facts';
import { Marked } from './Marked';

const useStyles = makeStyles({
  root: {
    '& > summary > svg': { transitionProperty: 'transform', transitionDuration: '120ms' },
    '&[open] > summary > svg': { transform: 'rotate(90deg)' },
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '6px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { overflowWrap: 'anywhere' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    // Left to right in any page, so its own start is not always the side of the name.
    marginInline: tokens.spacingHorizontalS,
  },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: '28px',
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
});

interface Props {
  shown: Shown;
  wanted: string;
  showRaw(probe: string): void;
}

/** One probe that was read. Its values are laid out only when it is opened, so that many cost little. */
export const Reading = memo(({ shown, wanted, showRaw }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const [open, setOpen] = useState(false);
  const { reading, matches } = shown;
  const count = matches
    ? say('readings.matches', { count: matches })
    : say('readings.values', { count: reading.facts.length });
  return (
    <details className={styles.root} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.line}>
        <ChevronRightRegular aria-hidden />
        <span className={styles.name}>
          <Marked text={lookUp(`probe.${reading.probe}`) ?? reading.probe} wanted={wanted} />
          <code className={styles.id} dir="ltr">
            <Marked text={reading.probe} wanted={wanted} />
          </code>
        </span>
        <span className={styles.count}>{count}</span>
      </summary>
      {open && (
        <div className={styles.content}>
          <Facts shown={shown} wanted={wanted} />
          {reading.sources.length > 0 && (
            <EvidenceButton
              size="small"
              icon={<DocumentTextRegular />}
              onClick={() => showRaw(reading.probe)}
            >
              {say('readings.raw')}
            </EvidenceButton>
          )}
        </div>
      )}
    </details>
  );
});
Reading.displayName = 'Reading';
