import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { shortcuts } from '../../model/shortcuts';
import { useRoomWords } from '../../words/useRoomWords';

const useStyles = makeStyles({
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: tokens.spacingHorizontalS,
      fontWeight: tokens.fontWeightRegular,
    },
    '& tbody th': { whiteSpace: 'nowrap', fontFamily: tokens.fontFamilyMonospace },
  },
});

/** Keys that the browser and the system know already, and that work here too. */
const usual = [
  ['Tab', 'keys.tab'],
  ['← → ↑ ↓', 'keys.arrows'],
  ['Esc', 'keys.escape'],
] as const;

interface Props {
  open: boolean;
  single: boolean;
  setSingle(on: boolean): void;
  close(): void;
}

/** Every path by keyboard, in one list. */
export const KeyMap = ({ open, single, setSingle, close }: Props) => {
  const styles = useStyles();
  const words = useRoomWords('desk');
  if (words === null) return null;
  const { say } = words;
  const rows = [
    ...shortcuts.map(({ wish, keys }) => [keys, say(`keys.${wish}`)] as const),
    ...usual.map(([keys, key]) => [keys, say(key)] as const),
  ];
  return (
    <Dialog open={open} onOpenChange={(_event, data) => data.open || close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('keys.title')}</DialogTitle>
          <DialogContent>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('keys.key')}</th>
                  <th scope="col">{say('keys.does')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([keys, does]) => (
                  <tr key={keys}>
                    <th scope="row" dir="ltr">
                      {keys}
                    </th>
                    <td>{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Checkbox
              label={say('keys.single')}
              checked={single}
              onChange={(_event, { checked }) => setSingle(checked === true)}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {say('keys.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
