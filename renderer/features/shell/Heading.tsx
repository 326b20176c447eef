import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  root: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
    // Only moved to by the page itself, after an answer: a ring would look like a control.
    ':focus': { outlineStyle: 'none' },
  },
  1: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  2: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  3: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  level: 1 | 2 | 3;
  id?: string;
  className?: string;
  /** Given when focus is moved here. */
  focusRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

export const Heading = ({ level, id, className, focusRef, children }: Props) => {
  const styles = useStyles();
  const Tag = `h${level}` as const;
  return (
    <Tag
      id={id}
      ref={focusRef}
      tabIndex={focusRef === undefined ? undefined : -1}
      className={mergeClasses(styles.root, styles[level], className)}
    >
      {children}
    </Tag>
  );
};
