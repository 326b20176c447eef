import { Button, Checkbox, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { InspectionView } from '../../../preload/contract';
import type { OpenGroup } from '../../../preload/contract-hand-over';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { SideDrawer } from '../shell/SideDrawer';
import type { House } from '../shell/useHouse';
import { SpokenCode } from './SpokenCode';
import { useHandOver } from './useHandOver';

const useStyles = makeStyles({
  drawer: { inlineSize: 'min(760px, 100vw)' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    paddingBlockEnd: tokens.spacingVerticalXL,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { border: 'none', margin: 0, padding: 0, display: 'grid' },
  area: { '& textarea': { minBlockSize: '260px', fontFamily: tokens.fontFamilyMonospace } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const groups: readonly OpenGroup[] = ['names', 'ids', 'addresses'];
const forms = ['html', 'text', 'json', 'bundle'] as const;

interface Props {
  house: House;
  view: InspectionView;
  open: boolean;
  close(): void;
}

/** Everything that leaves, shown before it does. */
export const HandOver = ({ house, view, open, close }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const over = useHandOver(house, view, open);
  const { shown, done, refusal } = over;
  return (
    <SideDrawer
      className={styles.drawer}
      bodyClass={styles.body}
      size="large"
      title={say('hand-over.title')}
      closing={say('hand-over.close')}
      open={open}
      close={close}
    >
      {refusal !== null && <RefusalBar code={refusal} />}
      {shown !== null && <SpokenCode shown={shown} />}
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
      {shown !== null && (
        <Field label={say('hand-over.ticket')} hint={say('hand-over.ticket.hint')}>
          <Textarea className={styles.area} readOnly resize="vertical" value={shown.ticket} />
        </Field>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={shown === null}
          onClick={() => shown !== null && void over.copy(shown.ticket)}
        >
          {say('hand-over.copy')}
        </Button>
        {forms.map((form) => (
          <Button
            key={form}
            disabledFocusable={shown === null}
            onClick={() => void over.save(form)}
          >
            {say(`hand-over.save.${form}`)}
          </Button>
        ))}
      </div>
      <Checkbox
        label={say('hand-over.evidence')}
        checked={over.evidence}
        onChange={(_event, { checked }) => over.setEvidence(checked === true)}
      />
      <p className={styles.text} role="status">
        {done?.kind === 'saved' &&
          (done.saved.where === null
            ? say('hand-over.not-saved')
            : say('hand-over.saved', { where: done.saved.where }))}
        {done?.kind === 'copied' && say('hand-over.copied')}
        {done?.kind === 'not-copied' && say('hand-over.not-copied')}
      </p>
    </SideDrawer>
  );
};
