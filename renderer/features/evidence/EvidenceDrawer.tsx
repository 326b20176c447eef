import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/useWords';
import { CodeButtons } from '../codes/CodeButtons';
import { useFindingWords } from '../diagnosis/useFindingWords';
import { SideDrawer } from '../shell/SideDrawer';
import type { House } from '../shell/useHouse';
import { Disproof } from './Disproof';
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

const nothing: never[] = [];

interface Props {
  house: House;
  evidence: Evidence;
  explain(code: string, area: string | null): void;
}

/** The proof, one click away: what the device itself said, with the lines that count marked. */
export const EvidenceDrawer = ({ house, evidence, explain }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const wordsOf = useFindingWords();
  const { open, shown, close } = evidence;
  const finding = shown?.finding ?? null;
  // A code says what was found; the text it was found in stayed with the caller.
  const spoken = shown !== null && shown.view.spoken !== null;
  const probes = shown?.probe
    ? [shown.probe]
    : (finding?.evidence ?? []).map(({ source }) => source);
  const title = () => {
    if (finding !== null) return wordsOf(finding).title;
    const probe = shown?.probe ?? null;
    return probe === null ? say('evidence.whole') : (lookUp(`probe.${probe}`) ?? probe);
  };
  return (
    <SideDrawer
      className={styles.drawer}
      bodyClass={styles.body}
      size="large"
      title={say('evidence.title')}
      closing={say('evidence.close')}
      open={open}
      close={close}
    >
      {shown !== null && (
        <>
          <div className={styles.about}>
            <p className={styles.text}>{title()}</p>
            {finding !== null && <EvidenceRows evidence={finding.evidence} />}
            {spoken && <p className={styles.text}>{say('evidence.spoken')}</p>}
            {finding !== null && !spoken && (
              <Disproof
                key={finding.id}
                house={house}
                inspection={shown.view.id}
                finding={finding.id}
              />
            )}
            {finding !== null && (
              <CodeButtons
                codes={finding.codes}
                known={shown.view.diagnosis.codes}
                explain={explain}
              />
            )}
          </div>
          {!spoken && (
            <RawSource
              key={`${shown.view.id} ${finding?.id ?? shown.probe ?? ''}`}
              house={house}
              view={shown.view}
              probes={probes}
              marks={finding?.evidence ?? nothing}
            />
          )}
        </>
      )}
    </SideDrawer>
  );
};
