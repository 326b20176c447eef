import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { StopView } from '../../../preload/contract';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    inlineSize: '32px',
    blockSize: '28px',
    fontSize: '22px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  degraded: { color: tokens.colorStatusWarningForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  'not-needed': { color: tokens.colorNeutralForeground3 },
});

/** Each state has its own shape; the words beside it say the same. */
const shapes = {
  ok: CheckmarkCircleFilled,
  degraded: WarningFilled,
  broken: DismissCircleFilled,
  unknown: QuestionCircleRegular,
  'not-needed': SubtractCircleRegular,
} satisfies Record<StopView['state'], unknown>;

export const StopIcon = ({ state }: { state: StopView['state'] }) => {
  const styles = useStyles();
  const Shape = shapes[state];
  return (
    <span className={mergeClasses(styles.root, styles[state])}>
      <Shape aria-hidden />
    </span>
  );
};
