import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({ root: { margin: tokens.spacingHorizontalL } });

/** What is on screen stays readable, but it may be out of date. */
export const LostBar = () => {
  const styles = useStyles();
  const { say } = useWords();
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>{say('lost.title')}</MessageBarTitle>
        {say('lost.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => window.location.reload()}>{say('lost.reload')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};
