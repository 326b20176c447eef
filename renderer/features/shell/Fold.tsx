import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    '& > summary > svg': { transitionProperty: 'transform', transitionDuration: '120ms' },
    '&[open] > summary > svg': { transform: 'rotate(90deg)' },
  },
  title: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  content: { paddingBlockStart: tokens.spacingVerticalS },
});

/** The browser's own disclosure: keyboard, find-in-page and screen readers know it already. */
interface Props {
  title: string;
  /** How it starts; from then on the person decides. */
  open?: boolean;
  children: ReactNode;
}

export const Fold = ({ title, open = false, children }: Props) => {
  const styles = useStyles();
  return (
    <details className={styles.root} open={open}>
      <summary className={styles.title}>
        <ChevronRightRegular aria-hidden />
        {title}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
};
