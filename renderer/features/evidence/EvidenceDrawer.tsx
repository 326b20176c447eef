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
import { useFindingWords } from '../diagnosis/useFindingWords';
import type { House } from '../shell/useHouse';
import { EvidenceRows } from './EvidenceRows';
import { RawSource } from './RawSource';
import type { Evidence } from './useEvidence';

const useStyles = makeStyles({
  drawer: { inlineSize: 'min(760px, 100vw)' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    paddingBlockEnd: tokens.spacingVerticalXL,
  },
  about: { display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The proof, one click away: what the device itself said, with the lines that count marked. */
export const EvidenceDrawer = ({ house, evidence }: { house: House; evidence: Evidence }) => {
  const styles = useStyles();
  const { say } = useWords();
  const wordsOf = useFindingWords();
  const { open, shown, close } = evidence;
  return (
    <OverlayDrawer
      className={styles.drawer}
      position="end"
      size="large"
      open={open}
      onOpenChange={(_event, data) => data.open || close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={say('evidence.close')}
              icon={<DismissRegular />}
              onClick={close}
            />
          }
        >
          {say('evidence.title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      {shown !== null && (
        <DrawerBody className={styles.body}>
          <div className={styles.about}>
            <p className={styles.text}>
              {shown.finding === null ? say('evidence.whole') : wordsOf(shown.finding).title}
            </p>
            {shown.finding !== null && <EvidenceRows evidence={shown.finding.evidence} />}
          </div>
          <RawSource house={house} view={shown.view} marks={shown.finding?.evidence ?? []} />
        </DrawerBody>
      )}
    </OverlayDrawer>
  );
};
