import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useWords } from '../../words/useWords';
import { Ask } from './Ask';
import { Explanation } from './Explanation';
import type { Codes } from './useCodes';

const useStyles = makeStyles({
  drawer: { inlineSize: 'min(560px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
    paddingBlockEnd: tokens.spacingVerticalXL,
  },
  answers: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXL,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a code means, wherever a person met it. */
export const CodeDrawer = ({ codes }: { codes: Codes }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { open, asked, busy, answers, explain, close } = codes;
  return (
    <OverlayDrawer
      className={styles.drawer}
      position="end"
      open={open}
      onOpenChange={(_event, data) => data.open || close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={say('codes.close')}
              icon={<DismissRegular />}
              onClick={close}
            />
          }
        >
          {say('codes.open')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <Ask key={asked} asked={asked} busy={busy} explain={explain} />
        <div className={styles.answers} aria-live="polite" aria-busy={busy}>
          {answers === null && !busy && <p className={styles.text}>{say('codes.none')}</p>}
          {answers?.map((explanation, index) => (
            <Explanation
              key={`${explanation.code} ${index}`}
              explanation={explanation}
              explain={explain}
            />
          ))}
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
};
