import { makeStyles, tokens } from '@fluentui/react-components';
import { marked } from '../../model/readingFilter';

const useStyles = makeStyles({
  hit: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
});

/** Text with what was searched for marked where it stands first. */
export const Marked = ({ text, wanted }: { text: string; wanted: string }) => {
  const styles = useStyles();
  return marked(text, wanted).map((part, index) =>
    part.hit ? (
      <mark key={index} className={styles.hit}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
};
