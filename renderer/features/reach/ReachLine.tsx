import { mergeClasses, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReachStopView } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { StopIcon } from '../line/StopIcon';
import { useLineStyles } from '../line/useLineStyles';
import { StopProof } from './StopProof';

/** Where everything here starts; that it is there needs no proof. */
const here: ReachStopView = { id: 'this-pc', state: 'ok', proof: [] };

/** The way from this PC outward, coloured by proof; each stop opens its own. */
export const ReachLine = ({ line }: { line: readonly ReachStopView[] }) => {
  const styles = useLineStyles();
  const { say, lookUp } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const [shown, setShown] = useState<ReachStopView>(here);
  const focusReturnsHere = useRestoreFocusTarget();
  const nameOf = (id: string) =>
    lookUp(`reach.stop.${id}`) ?? lookUp(`named.stage.${id}`) ?? lookUp(`chain.link.${id}`) ?? id;
  return (
    <div className={styles.card}>
      <ol className={styles.list} aria-label={say('reach.line')}>
        {[here, ...line].map((stop) => {
          const { id, state, proof } = stop;
          const content = (
            <>
              <StopIcon state={state} />
              <span>{nameOf(id)}</span>
              <span className={styles.state}>{say(`stop.state.${state}`)}</span>
            </>
          );
          const trouble = state === 'broken' || state === 'degraded';
          const look = mergeClasses(styles.stop, trouble && styles.trouble);
          return (
            <li key={id} className={styles.item}>
              {proof.length === 0 ? (
                <div className={look}>{content}</div>
              ) : (
                <button
                  type="button"
                  className={mergeClasses(look, styles.opens)}
                  onClick={() => {
                    setShown(stop);
                    setOpened(id);
                  }}
                  {...focusReturnsHere}
                >
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <StopProof
        title={nameOf(shown.id)}
        proof={shown.proof}
        open={opened !== null}
        close={() => setOpened(null)}
      />
    </div>
  );
};
