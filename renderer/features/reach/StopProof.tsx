import type { ReachProofView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { SideDrawer } from '../shell/SideDrawer';
import { useReachStyles } from './useReachStyles';

interface Props {
  title: string;
  proof: readonly ReachProofView[];
  open: boolean;
  close(): void;
}

/** Whom the questions behind a stop were put to, and what came of each. */
export const StopProof = ({ title, proof, open, close }: Props) => {
  const styles = useReachStyles();
  const { say, lookUp } = useWords();
  const resultOf = ({ result, ms }: ReachProofView): string | null => {
    if (result === null || ms === null) return null;
    if (result === 'not-tried') return say('named.not-tried');
    return say('reach.proof.result', { result: lookUp(`net.${result}`) ?? result, ms });
  };
  return (
    <SideDrawer
      title={say('reach.proof', { stop: title })}
      closing={say('reach.proof.close')}
      open={open}
      close={close}
      size="medium"
    >
      <ul className={styles.proofs}>
        {proof.map((one, index) => (
          <li key={`${one.of} ${String(index)}`}>
            <bdi className={styles.mono}>{one.of}</bdi>
            <span className={styles.note}>{resultOf(one)}</span>
            {valuesOf(one).map(([name, value]) => (
              <span key={name} className={styles.note}>
                <bdi className={styles.mono}>{`${name}: ${value}`}</bdi>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </SideDrawer>
  );
};

/** What came with an answer, under its technical names; what is not known is left out. */
const valuesOf = ({ values }: ReachProofView): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) => {
    const text = value === null ? '' : [value].flat().join(', ');
    return text === '' ? [] : [[name, text]];
  });
