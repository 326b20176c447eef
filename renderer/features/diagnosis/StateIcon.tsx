import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { VerdictState } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: { display: 'inline-grid', placeItems: 'center', flexShrink: 0 },
  small: { fontSize: '20px' },
  large: {
    fontSize: '32px',
    inlineSize: '64px',
    blockSize: '64px',
    borderRadius: '20px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  healthy: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground1 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

const useTints = makeStyles({
  healthy: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  attention: { backgroundColor: tokens.colorStatusWarningBackground1 },
  broken: { backgroundColor: tokens.colorStatusDangerBackground1 },
  unknown: { backgroundColor: tokens.colorNeutralBackground4 },
});

/** Each state has its own shape, so that colour is never the only sign. */
const shapes = {
  healthy: CheckmarkCircleFilled,
  attention: WarningFilled,
  broken: DismissCircleFilled,
  unknown: QuestionCircleFilled,
} satisfies Record<VerdictState, unknown>;

export const StateIcon = ({ state, size }: { state: VerdictState; size: 'small' | 'large' }) => {
  const styles = useStyles();
  const tints = useTints();
  const { say } = useWords();
  const Shape = shapes[state];
  return (
    <span
      className={mergeClasses(
        styles.root,
        styles[size],
        styles[state],
        size === 'large' && tints[state],
      )}
    >
      <Shape aria-label={size === 'small' ? say(`state.${state}`) : undefined} />
    </span>
  );
};
