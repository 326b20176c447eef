import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { rawLines } from '../../model/rawLines';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: {
    overflow: 'auto',
    margin: 0,
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  content: { display: 'block', inlineSize: 'max-content', minInlineSize: '100%' },
  line: {
    display: 'grid',
    gridTemplateColumns: '4ch 1fr',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    whiteSpace: 'pre',
    minBlockSize: '20px',
  },
  marked: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
  number: {
    textAlign: 'end',
    userSelect: 'none',
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { color: 'inherit' },
  },
});

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'center' });

export const RawLines = ({ text, marked }: { text: string; marked: readonly number[] }) => {
  const styles = useStyles();
  const { say } = useWords();
  const lines = useMemo(() => rawLines(text, marked), [text, marked]);
  const first = lines.find((line) => line.marked)?.number;
  return (
    // Scrollable by keyboard, so it takes focus and has a name.
    <div
      className={styles.root}
      role="region"
      tabIndex={0}
      dir="ltr"
      aria-label={say('evidence.raw-text')}
    >
      <code className={styles.content}>
        {lines.map((line) => (
          <span
            key={line.number}
            ref={line.number === first ? intoView : undefined}
            className={mergeClasses(styles.line, line.marked && styles.marked)}
          >
            <span className={styles.number} aria-hidden>
              {line.number}
            </span>
            {line.marked ? <mark className={styles.marked}>{line.text}</mark> : line.text}
          </span>
        ))}
      </code>
    </div>
  );
};
