import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/useWords';
import { longestQuestion, type Codes } from './useCodes';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { inlineSize: '100%' },
});

/** No form element: the page is sandboxed so that nothing in it can ever submit one. */
export const Ask = ({ asked, busy, explain }: Pick<Codes, 'asked' | 'busy' | 'explain'>) => {
  const styles = useStyles();
  const { say } = useWords();
  const [text, setText] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the drawer has put the focus on its first button.
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const submit = () => {
    if (text.trim() !== '') explain(text, null);
  };
  return (
    <div className={styles.root}>
      <Field className={styles.field} label={say('codes.ask')} hint={say('codes.ask.hint')}>
        <Input
          input={{ ref: box }}
          type="search"
          spellCheck={false}
          maxLength={longestQuestion}
          contentBefore={<SearchRegular aria-hidden />}
          value={text}
          onChange={(_event, { value }) => setText(value)}
          onKeyDown={({ key }) => key === 'Enter' && submit()}
        />
      </Field>
      <Button appearance="primary" disabledFocusable={busy} onClick={submit}>
        {say(busy ? 'codes.asking' : 'codes.explain')}
      </Button>
    </div>
  );
};
