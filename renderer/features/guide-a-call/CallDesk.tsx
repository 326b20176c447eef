import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { ClipboardTextLtrRegular } from '@fluentui/react-icons/svg/clipboard-text-ltr';
import { useWords } from '../../words/useWords';
import { useNow } from '../shell/useNow';
import type { CallsOfASeat } from './useCalls';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  name: { flexGrow: 1, maxInlineSize: '320px' },
  input: { inlineSize: '100%', minInlineSize: 0 },
  timer: {
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  notes: { '& textarea': { minBlockSize: '72px' } },
  bottom: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const everySecond = 1_000;

const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${String(hours)}:${rest}`;
};

/** How long somebody has been waiting; told by its name, not announced every second. */
const Timer = ({ since }: { since: number }) => {
  const styles = useStyles();
  const { say } = useWords();
  const now = useNow(everySecond);
  return (
    <span className={styles.timer} role="timer" aria-label={say('calls.timer')} aria-live="off">
      {clock(now - since)}
    </span>
  );
};

const EndCall = ({ end }: { end(): void }) => {
  const { say } = useWords();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button>{say('calls.end')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('calls.end.title')}</DialogTitle>
          <DialogContent>{say('calls.end.text')}</DialogContent>
          <DialogActions fluid>
            <DialogTrigger disableButtonEnhancement>
              <Button>{say('calls.end.no')}</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={end}>
                {say('calls.end.yes')}
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** What a helper has in hand during a call: who it is, for how long, the notes, and the way to its end. */
export const CallDesk = ({ room, makeTicket }: { room: CallsOfASeat; makeTicket(): void }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { current } = room;
  const { name = '', notes = '' } = current ?? {};
  return (
    <section className={styles.root} aria-label={say('calls.notes')}>
      <div className={styles.top}>
        <Field className={styles.name} label={say('calls.name')}>
          <Input
            className={styles.input}
            maxLength={120}
            value={name}
            onChange={(_event, { value }) => room.write(value, notes)}
          />
        </Field>
        {current !== null && <Timer since={current.startedAt} />}
      </div>
      <Field label={say('calls.notes')} hint={say('calls.notes.hint')}>
        <Textarea
          className={styles.notes}
          resize="vertical"
          maxLength={8_000}
          value={notes}
          onChange={(_event, { value }) => room.write(name, value)}
        />
      </Field>
      <div className={styles.bottom}>
        <Button icon={<ClipboardTextLtrRegular />} onClick={makeTicket}>
          {say('calls.ticket')}
        </Button>
        {current !== null && <EndCall key={current.id} end={room.end} />}
        <span className={styles.quiet}>{say('calls.kept')}</span>
      </div>
    </section>
  );
};
