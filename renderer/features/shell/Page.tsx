import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
    inlineSize: '100%',
    maxInlineSize: 'var(--page-width, 800px)',
    marginInline: 'auto',
    paddingBlock: '40px 64px',
    paddingInline: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
  },
});

/** The column everything is read in. */
export const Page = ({ children }: { children: ReactNode }) => (
  <div className={useStyles().root}>{children}</div>
);
