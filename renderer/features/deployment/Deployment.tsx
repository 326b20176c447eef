import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Settings } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import { Page } from '../shell/Page';

const useStyles = makeStyles({
  text: { margin: 0, maxInlineSize: '64ch', color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
  },
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    justifyItems: 'start',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const elsewhere = ['my-device', 'guide-a-call'] as const satisfies readonly Settings['seat'][];

/** Says plainly what this version can do for a deployment, and nothing more. */
export const Deployment = ({ goTo }: { goTo(seat: Settings['seat']): void }) => {
  const styles = useStyles();
  const { say } = useWords();
  return (
    <Page>
      <Heading level={1}>{say('deployment.title')}</Heading>
      <p className={styles.text}>{say('deployment.text')}</p>
      <div className={styles.list}>
        {elsewhere.map((seat) => (
          <section key={seat} className={styles.card} aria-labelledby={`go-${seat}`}>
            <Heading level={2} id={`go-${seat}`}>
              {say(`deployment.${seat}.title`)}
            </Heading>
            <p className={styles.text}>{say(`deployment.${seat}.text`)}</p>
            <Button onClick={() => goTo(seat)}>{say(`deployment.${seat}.go`)}</Button>
          </section>
        ))}
      </div>
    </Page>
  );
};
