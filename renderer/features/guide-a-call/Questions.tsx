import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop';
import { useEffect, useRef } from 'react';
import type { Tri } from '../../../preload/contract';
import type { AnsweredView } from '../../../preload/contract-call';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { Causes } from './Causes';
import type { CallsOfASeat } from './useCalls';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  text: { margin: 0, maxInlineSize: '68ch', color: tokens.colorNeutralForeground2 },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  say: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    maxInlineSize: '60ch',
  },
  label: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  // The other screen, as far as words can show it.
  screen: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { fontSize: '28px', color: tokens.colorNeutralForeground2 },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  told: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
});

const answers: readonly Tri[] = ['yes', 'no', 'unknown'];

interface AskProps {
  question: string;
  number: number;
  answer(answer: Tri): void;
}

/** One question: what to say, what the caller then has before them, and three answers. */
const Ask = ({ question, number, answer }: AskProps) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // Only after an answer: who has just opened a call begins at its top.
  useEffect(() => {
    if (number > 1) heading.current?.focus();
  }, [number, question]);
  return (
    <section className={styles.card} aria-labelledby="question">
      <Heading level={3} id="question" focusRef={heading}>
        {say('questions.number', { number })}
      </Heading>
      <p className={styles.say}>
        <span className={styles.label}>{say('questions.say')}</span>
        {lookUp(`ask.${question}.say`) ?? question}
      </p>
      <div className={styles.screen}>
        <DesktopRegular className={styles.icon} aria-hidden />
        <p className={styles.text}>
          <span className={styles.label}>{say('questions.sees')}</span>
          {lookUp(`ask.${question}.sees`)}
        </p>
      </div>
      <div className={styles.answers} role="group" aria-labelledby="question">
        {answers.map((one) => (
          <Button key={one} size="large" onClick={() => answer(one)}>
            {say(`questions.${one}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};

interface ToldProps {
  asked: readonly AnsweredView[];
  takeBack(question: string): void;
}

/** What was told stays in sight, and can be taken back: people correct themselves. */
const Told = ({ asked, takeBack }: ToldProps) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  if (asked.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="told">
      <Heading level={3} id="told">
        {say('questions.asked')}
      </Heading>
      <ol className={styles.told}>
        {asked.map(({ question, answer }) => {
          const words = lookUp(`ask.${question}.say`) ?? question;
          return (
            <li key={question} className={styles.row}>
              <span>
                {say('questions.told', { question: words, answer: say(`questions.${answer}`) })}
              </span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={say('questions.take-back', { question: words })}
                onClick={() => takeBack(question)}
              >
                {say('questions.take-back.short')}
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

/** The cause, found by voice alone: no connection, no rights, nothing to send. */
export const Questions = ({ room }: { room: CallsOfASeat }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { current } = room;
  const asked = current?.asked ?? [];
  const next = current === null ? null : current.next;
  return (
    <section className={styles.root} aria-labelledby="questions">
      <Heading level={2} id="questions">
        {say('questions.title')}
      </Heading>
      <p className={styles.text}>{say('questions.intro')}</p>
      {next === null ? (
        <p className={styles.text} role="status">
          {say('questions.done')}
        </p>
      ) : (
        <Ask
          question={next}
          number={asked.length + 1}
          answer={(answer) => room.answer(next, answer)}
        />
      )}
      {current !== null && asked.length > 0 && <Causes call={current} />}
      <Told asked={asked} takeBack={(question) => room.answer(question, null)} />
    </section>
  );
};
