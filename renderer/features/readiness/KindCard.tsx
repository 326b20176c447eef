import type { ResetKindView } from '../../../preload/contract-readiness';
import { readinessWords } from '../../../strings/readiness-words';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { StateIcon } from '../diagnosis/StateIcon';
import { useReadinessStyles } from './useReadinessStyles';

const icons = { yes: 'healthy', no: 'broken', unknown: 'unknown' } as const;

/** What the chosen kind keeps and takes, who starts it, and whether this device is ready for it. */
export const KindCard = ({ kind }: { kind: ResetKindView }) => {
  const styles = useReadinessStyles();
  const words = useWords();
  const { say } = words;
  const told = readinessWords(words);
  const things = (ids: readonly string[]) => ids.map((id) => told.of('thing', id)).join(' · ');
  const rows = [
    ['loses', things(kind.loses)],
    ['keeps', things(kind.keeps)],
    ['takes', told.of('takes', kind.takes)],
    ['who', told.of('starter', kind.starter)],
    ['how', told.of('kind', `${kind.id}.how`)],
  ] as const;
  return (
    <section className={styles.section} aria-labelledby="reset-kind">
      <Heading level={2} id="reset-kind">
        {told.of('kind', `${kind.id}.title`)}
      </Heading>
      <div className={styles.verdict} role="status">
        <StateIcon state={icons[kind.state]} size="large" />
        <p className={styles.lineTitle}>{told.verdict(kind)}</p>
      </div>
      <dl className={styles.facts}>
        {rows.flatMap(([id, text]) => [
          <dt key={id}>{say(`readiness.${id}`)}</dt>,
          <dd key={`${id} value`}>{text}</dd>,
        ])}
      </dl>
    </section>
  );
};
