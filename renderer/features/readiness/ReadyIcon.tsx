import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import type { Tri } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

const shapes = {
  yes: CheckmarkCircleFilled,
  no: DismissCircleFilled,
  unknown: QuestionCircleFilled,
} satisfies Record<Tri, unknown>;

/** Three states, three shapes: what nobody read never looks like what was found in order. */
export const ReadyIcon = ({ state }: { state: Tri }) => {
  const styles = useStyles();
  const { say } = useWords();
  const Shape = shapes[state];
  return (
    <span className={styles[state]}>
      <Shape fontSize={20} role="img" aria-label={say(`readiness.mark.${state}`)} />
    </span>
  );
};
