import {
  Checkbox,
  Field,
  makeStyles,
  Select,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { InspectionView } from '../../../preload/contract';
import type { OpenGroup } from '../../../preload/contract-hand-over';
import { isLanguage, languages } from '../../../strings';
import { useRoomWords } from '../../words/useRoomWords';
import { useWords } from '../../words/useWords';
import { WordsContext } from '../../words/WordsContext';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { HelpDesk } from '../organisation/HelpDesk';
import { Fold } from '../shell/Fold';
import { SideDrawer } from '../shell/SideDrawer';
import type { House } from '../shell/useHouse';
import { SpokenCode } from './SpokenCode';
import { useHandOver } from './useHandOver';
import { WaysOut } from './WaysOut';

const useStyles = makeStyles({
  drawer: { inlineSize: 'min(760px, 100vw)' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    paddingBlockEnd: tokens.spacingVerticalXL,
  },
  waiting: { minBlockSize: '200px' },
  group: { border: 'none', margin: 0, padding: 0, display: 'grid' },
  area: { '& textarea': { minBlockSize: '260px', fontFamily: tokens.fontFamilyMonospace } },
  // On paper a field shows only what fits into it; this is the same text as it flows.
  paper: { display: 'none', '@media print': { display: 'block', whiteSpace: 'pre-wrap' } },
  fields: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

const groups: readonly OpenGroup[] = ['names', 'ids', 'addresses'];

interface Props {
  house: House;
  view: InspectionView;
  /** The call it belongs to; null on the device itself. */
  call?: string | null;
  open: boolean;
  close(): void;
}

const Content = ({ house, view, call = null, open }: Omit<Props, 'close'>) => {
  const styles = useStyles();
  const { say } = useWords();
  const over = useHandOver(house, view, call, open);
  const { shown, refusal, ways } = over;
  return (
    <>
      {refusal !== null && <RefusalBar code={refusal} />}
      <HelpDesk />
      {shown === null && refusal === null && <Spinner className={styles.waiting} />}
      {shown !== null && call === null && <SpokenCode shown={shown} />}
      <Field label={say('ways.language')}>
        <Select
          value={over.language}
          onChange={(_event, { value }) => over.setReader(isLanguage(value) ? value : null)}
        >
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {call === null && (
        <Field label={say('ways.note')} hint={say('ways.note.hint')}>
          <Textarea
            resize="vertical"
            maxLength={4_000}
            value={over.note}
            onChange={(_event, { value }) => over.setNote(value)}
          />
        </Field>
      )}
      <fieldset className={styles.group}>
        <legend>{say('hand-over.open-groups')}</legend>
        {groups.map((group) => (
          <Checkbox
            key={group}
            label={say(`hand-over.group.${group}`)}
            checked={over.groups.includes(group)}
            onChange={(_event, { checked }) => over.turn(group, checked === true)}
          />
        ))}
      </fieldset>
      {shown !== null && shown.fields.length > 0 && (
        <Fold title={say('ways.masked')}>
          <ul className={styles.fields}>
            {shown.fields.map(({ id, value, masked }) => (
              <li key={id}>
                {say('ways.masked.field', { name: say(`about.${id}` as 'about.model'), value })} (
                {say(masked ? 'ways.masked.yes' : 'ways.masked.no')})
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {shown !== null && (
        <>
          <Field
            data-print="no"
            label={say('hand-over.ticket')}
            hint={say('hand-over.ticket.hint')}
          >
            <Textarea className={styles.area} readOnly resize="vertical" value={shown.ticket} />
          </Field>
          <pre className={styles.paper}>{shown.ticket}</pre>
        </>
      )}
      {ways !== null && <WaysOut house={house} view={view} ways={ways} over={over} />}
    </>
  );
};

/** Everything that leaves, shown before it does. */
export const HandOver = (props: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const words = useRoomWords('hand-over');
  return (
    <SideDrawer
      className={styles.drawer}
      bodyClass={styles.body}
      size="large"
      title={say('hand-over.title')}
      closing={say('hand-over.close')}
      open={props.open}
      close={props.close}
    >
      {words === null ? (
        <Spinner />
      ) : (
        <WordsContext.Provider value={words}>
          <Content {...props} />
        </WordsContext.Provider>
      )}
    </SideDrawer>
  );
};
