import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { InspectionView } from '../../../preload/contract';
import type { SendWay, WaysView } from '../../../preload/contract-sending';
import { useWords } from '../../words/useWords';
import { Heading } from '../shell/Heading';
import type { Done, useHandOver } from './useHandOver';
import { useOutbox } from './useOutbox';
import { Outbox } from './Outbox';
import type { House } from '../shell/useHouse';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const forms = ['html', 'text', 'json', 'bundle'] as const;
const places = ['folder', 'put'] as const satisfies readonly SendWay[];

const DoneWords = ({ done }: { done: Done | null }) => {
  const { say } = useWords();
  if (done === null) return null;
  switch (done.kind) {
    case 'saved':
      return done.saved.where === null
        ? say('hand-over.not-saved')
        : say('hand-over.saved', { where: done.saved.where });
    case 'mailed':
      if (done.mail.whole) return say('ways.mail.opened');
      return say(done.mail.copied ? 'ways.mail.cut' : 'ways.mail.cut.copy');
    case 'copied':
      return say('hand-over.copied');
    case 'not-copied':
      return say('hand-over.not-copied');
  }
};

interface Props {
  house: House;
  view: InspectionView;
  ways: WaysView;
  over: ReturnType<typeof useHandOver>;
}

/** Every way out, each by a click of its own. Ways that lead nowhere here are not shown. */
export const WaysOut = ({ house, view, ways, over }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const outbox = useOutbox(house);
  const { shown, done } = over;
  const mailTo = ways.mail;
  const named = places.filter((way) => ways[way] !== null);
  return (
    <div className={styles.root} data-print="no">
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={shown === null}
          onClick={() => shown !== null && void over.copy(shown.ticket)}
        >
          {say('hand-over.copy')}
        </Button>
        {mailTo !== null && (
          <Button disabledFocusable={shown === null} onClick={() => void over.mail()}>
            {mailTo === '' ? say('ways.mail') : say('ways.mail.to', { address: mailTo })}
          </Button>
        )}
      </div>
      {named.length > 0 && (
        <section className={styles.group} aria-labelledby="ways-send">
          <Heading level={2} id="ways-send">
            {say('ways.send')}
          </Heading>
          <p className={styles.text}>{say('ways.send.hint')}</p>
          <div className={styles.actions}>
            {named.map((way) => (
              <Button
                key={way}
                disabledFocusable={shown === null}
                onClick={() => void over.send(way)}
              >
                {say(`ways.send.${way}`, { place: ways[way] ?? '' })}
              </Button>
            ))}
          </div>
        </section>
      )}
      <section className={styles.group} aria-labelledby="ways-keep">
        <Heading level={2} id="ways-keep">
          {say('ways.keep')}
        </Heading>
        <p className={styles.text}>{say(ways.pdf ? 'ways.keep.hint' : 'ways.keep.hint.here')}</p>
        <div className={styles.actions}>
          {forms.map((form) => (
            <Button
              key={form}
              disabledFocusable={shown === null}
              onClick={() => void over.save(form)}
            >
              {say(`hand-over.save.${form}`)}
            </Button>
          ))}
          {ways.pdf && (
            <Button disabledFocusable={shown === null} onClick={() => void over.pdf()}>
              {say('ways.pdf')}
            </Button>
          )}
          <Button disabledFocusable={shown === null} onClick={() => window.print()}>
            {say('ways.print')}
          </Button>
        </div>
        {view.sources.length > 0 && (
          <Checkbox
            label={say('hand-over.evidence')}
            checked={over.evidence}
            onChange={(_event, { checked }) => over.setEvidence(checked === true)}
          />
        )}
      </section>
      <p className={styles.text} role="status">
        <DoneWords done={done} />
      </p>
      <Outbox outbox={outbox} />
    </div>
  );
};
