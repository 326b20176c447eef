import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { InspectionView, Target } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { OpenFile } from '../shell/OpenFile';
import type { Start } from '../shell/useStart';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, flexBasis: '260px', maxInlineSize: '420px', minInlineSize: 0 },
});

/** Words no sample can be called by: ids hold no blank. */
const thisDevice = 'this device';
const openedFile = 'opened file';

interface Props {
  start: Start;
  /** What the seat My device looks at. */
  target: Target | null;
  /** What was opened or pasted, if anything. */
  opened: InspectionView | null;
  openedChosen: boolean;
  choose(target: Target): void;
  chooseOpened(): void;
  openFile(file: File): void;
}

/** One place to say whose readings are wanted: this computer, a sample, or what was opened. */
export const DevicePicker = (props: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const { start, target, opened, openedChosen } = props;
  const current = () => {
    if (openedChosen) return openedFile;
    return target?.kind === 'sample' ? target.id : thisDevice;
  };
  const pick = (value: string) => {
    if (value === openedFile) props.chooseOpened();
    else
      props.choose(value === thisDevice ? { kind: 'this-device' } : { kind: 'sample', id: value });
  };
  return (
    <div className={styles.root}>
      <Field className={styles.field} label={say('deployment.device')}>
        <Select value={current()} onChange={(_event, { value }) => pick(value)}>
          {start.info.canInspectThisDevice && (
            <option value={thisDevice}>{say('deployment.device.this')}</option>
          )}
          {opened !== null && (
            <option value={openedFile}>
              {opened.label === null
                ? say('deployment.device.pasted')
                : say('deployment.device.opened', { name: opened.label })}
            </option>
          )}
          {start.samples.length > 0 && (
            <optgroup label={say('deployment.device.samples')}>
              {start.samples.map(({ id }) => (
                <option key={id} value={id}>
                  {lookUp(`sample.${id}.name`) ?? id}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      <OpenFile open={props.openFile} />
    </div>
  );
};
