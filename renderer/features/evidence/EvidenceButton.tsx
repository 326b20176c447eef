import { Button, useRestoreFocusTarget, type ButtonProps } from '@fluentui/react-components';

/** Opens the evidence, and gets the focus back when it is closed. */
export const EvidenceButton = (props: ButtonProps) => {
  const focusReturnsHere = useRestoreFocusTarget();
  return <Button {...focusReturnsHere} {...props} />;
};
