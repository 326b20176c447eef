import { makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import type { ReactNode } from 'react';
import { Heading } from './Heading';

const useStyles = makeStyles({
  root: {
    minBlockSize: '100%',
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXXL,
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  icon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  text: { margin: 0, maxInlineSize: '52ch', color: tokens.colorNeutralForeground2 },
});

/** One calm message in the middle of an otherwise empty page. */
export const Notice = (props: { title: string; text: string; children?: ReactNode }) => {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <PlugDisconnectedRegular className={styles.icon} aria-hidden />
      <Heading level={1}>{props.title}</Heading>
      <p className={styles.text}>{props.text}</p>
      {props.children}
    </main>
  );
};
