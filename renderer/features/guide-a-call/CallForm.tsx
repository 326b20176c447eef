import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../words/useWords';
import { AllGuidesButton } from '../guide/GuideButton';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { OpenFile } from '../shell/OpenFile';
import type { ReadingOfACall } from './useReading';

const useStyles = makeStyles({
  intro: { display: 'grid', gap: tokens.spacingVerticalS },
  text: { margin: 0, maxInlineSize: '68ch', color: tokens.colorNeutralForeground2 },
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground1,
  },
  form: { display: 'grid', gap: tokens.spacingVerticalL },
  area: {
    '& textarea': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      minBlockSize: '240px',
    },
  },
  command: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '0.95em',
    paddingInline: '6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    whiteSpace: 'nowrap',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

const command = 'dsregcmd /status';

export const CallForm = ({ reading }: { reading: ReadingOfACall }) => {
  const styles = useStyles();
  const { say } = useWords();
  const [text, setText] = useState('');
  return (
    <>
      <div className={styles.intro}>
        <Heading level={1}>{say('call.title')}</Heading>
        <p className={styles.text}>{say('call.intro')}</p>
      </div>
      <ol className={styles.steps}>
        <li>{say('call.step.open')}</li>
        <li>
          {say('call.step.run')}{' '}
          <code className={styles.command} dir="ltr">
            {command}
          </code>
        </li>
        <li>{say('call.step.send')}</li>
      </ol>
      {/* No form element: the page is sandboxed so that nothing in it can ever submit one. */}
      <div className={styles.form}>
        <p className={styles.text}>{say('call.code')}</p>
        <Field label={say('call.paste')} hint={say('call.paste.hint')}>
          <Textarea
            className={styles.area}
            resize="vertical"
            spellCheck={false}
            dir="ltr"
            value={text}
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
        {reading.refusal !== null && <RefusalBar code={reading.refusal} />}
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={reading.busy}
            onClick={() => reading.readText(text)}
          >
            {say(reading.busy ? 'call.reading' : 'call.read')}
          </Button>
          <OpenFile open={reading.readFile} pictures />
          <span className={styles.text}>{say('call.or-drop')}</span>
          <AllGuidesButton />
        </div>
      </div>
    </>
  );
};
