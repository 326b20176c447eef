import type { ReadyLineView } from '../../../preload/contract-readiness';
import { readinessWords } from '../../../strings/readiness-words';
import { useWords } from '../../words/useWords';
import { Fold } from '../shell/Fold';
import { Heading } from '../shell/Heading';
import { ReadyIcon } from './ReadyIcon';
import { useReadinessStyles } from './useReadinessStyles';

interface Props {
  weight: ReadyLineView['weight'];
  lines: readonly ReadyLineView[];
}

/** Every point with its state in shape, colour and word, what it means, and what was seen. */
export const ReadyList = ({ weight, lines }: Props) => {
  const styles = useReadinessStyles();
  const words = useWords();
  const { say } = words;
  const told = readinessWords(words);
  const rows = lines.filter((line) => line.weight === weight);
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={`ready-${weight}`}>
      <Heading level={3} id={`ready-${weight}`}>
        {say(`readiness.${weight}`)}
      </Heading>
      <ul className={styles.list}>
        {rows.map((line) => {
          const { title, text } = told.line(line);
          return (
            <li key={line.id} className={styles.row} data-line={line.id} data-state={line.state}>
              <ReadyIcon state={line.state} />
              <div>
                <p className={styles.lineTitle}>{title}</p>
                <p className={styles.text}>{text}</p>
                {line.items.length > 0 && (
                  <ul className={styles.items}>
                    {line.items.map((item) => (
                      <li key={`${item.kind} ${String(item.name)}`}>
                        <bdi>{told.item(item)}</bdi>
                      </li>
                    ))}
                  </ul>
                )}
                {line.evidence.length > 0 && (
                  <Fold title={say('readiness.evidence.open')}>
                    {line.evidence.map((evidence) => (
                      <div
                        key={`${evidence.source} ${evidence.field}`}
                        className={styles.evidence}
                        dir="ltr"
                      >
                        {`${evidence.source} · ${evidence.field} = ${evidence.value}`}
                      </div>
                    ))}
                  </Fold>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
