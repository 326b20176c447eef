import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { DiagnosisView, FindingView } from '../../../preload/contract';
import { partThatMatters, wholeLine } from '../../model/lineParts';
import { firstCauseWords } from '../../../strings/first-cause-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { Stop } from './Stop';
import { useLineStyles } from './useLineStyles';

interface Props {
  diagnosis: Pick<DiagnosisView, 'line' | 'findings' | 'firstCause'>;
  /** The whole line in the words of the trade; else the part that matters, in plain ones. */
  technical: boolean;
  showEvidence(finding: FindingView): void;
}

/** The chain as a line: what stands on what, and where it is interrupted. */
export const LineMap = ({ diagnosis, technical, showEvidence }: Props) => {
  const styles = useLineStyles();
  const words = useWords();
  const { say } = words;
  const [wished, setWished] = useState(false);
  const { line, findings } = diagnosis;
  if (line.length === 0) return null;
  const part = partThatMatters(line);
  const shortened = part.some(({ kind }) => kind === 'skipped');
  const parts = technical || wished ? wholeLine(line) : part;
  const unread = firstCauseWords(diagnosis.firstCause?.unread, words);
  const opener = (id: string | null) => {
    const finding = findings.find((one) => one.id === id);
    return finding === undefined ? null : () => showEvidence(finding);
  };
  return (
    <section className={styles.root} aria-labelledby="line">
      <Heading level={2} id="line">
        {say(technical ? 'line.title.technical' : 'line.title')}
      </Heading>
      <p className={styles.intro}>{say('line.intro')}</p>
      <div className={styles.card}>
        <ol className={styles.list} aria-labelledby="line">
          {parts.map((one) =>
            one.kind === 'stop' ? (
              <li key={one.stop.link} className={styles.item}>
                <Stop stop={one.stop} technical={technical} open={opener(one.stop.finding)} />
              </li>
            ) : (
              <li key={`after ${one.after}`} className={styles.item}>
                <div className={styles.stop}>
                  <span className={styles.skipped}>
                    <MoreHorizontalRegular aria-hidden />
                  </span>
                  <span className={styles.state}>{say('line.skipped', { count: one.count })}</span>
                </div>
              </li>
            ),
          )}
        </ol>
        {shortened && !technical && (
          <Button
            className={styles.toggle}
            appearance="subtle"
            size="small"
            aria-expanded={wished}
            onClick={() => setWished(!wished)}
          >
            {say(wished ? 'line.part' : 'line.whole')}
          </Button>
        )}
      </div>
      {unread !== null && <p className={styles.intro}>{unread}</p>}
    </section>
  );
};
