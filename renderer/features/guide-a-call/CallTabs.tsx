import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useWords } from '../../words/useWords';
import type { CallsOfASeat } from './useCalls';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlockEnd: tokens.spacingVerticalXS,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  tabs: { flexWrap: 'wrap', minInlineSize: 0 },
  name: {
    maxInlineSize: '16ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** The calls that are open, and a way to begin one more while somebody waits. */
export const CallTabs = ({ room }: { room: CallsOfASeat }) => {
  const styles = useStyles();
  const { say } = useWords();
  const { calls, current } = room;
  return (
    <div className={styles.root} data-print="no">
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={say('calls.tabs')}
        selectedValue={current?.id ?? null}
        onTabSelect={(_event, { value }) => room.choose(String(value))}
      >
        {(calls ?? []).map(({ id, number, name }) => (
          <Tab key={id} id={`call-${id}`} value={id} aria-controls="call">
            <span className={styles.name}>{name.trim() || say('calls.tab', { number })}</span>
          </Tab>
        ))}
      </TabList>
      <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={room.begin}>
        {say('calls.new')}
      </Button>
    </div>
  );
};
