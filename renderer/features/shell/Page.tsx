import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
    inlineSize: '100%',
    maxInlineSize: '800px',
    marginInline: 'auto',
    paddingBlock: '40px 64px',
    paddingInline: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
  },
});

/** The column everything is read in. */
export const Page = ({ className, children }: { className?: string; children: ReactNode }) => {
  const styles = useStyles();
  return <div className={mergeClasses(styles.root, className)}>{children}</div>;
};
