import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Settings } from '../../../preload/contract';
import type { HistoryView } from '../../../preload/contract-history';
import { useWords } from '../../words/useWords';
import type { House } from '../shell/useHouse';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  house: House;
  settings: Settings;
  change(part: Partial<Settings>): void;
}

/** Whether looks at this PC are kept, how many there are, and away with them. */
export const HistorySetting = ({ house, settings, change }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const [kept, setKept] = useState<HistoryView | null>(null);
  const [wiped, setWiped] = useState<boolean | null>(null);
  const { ask } = house;
  useEffect(() => {
    let current = true;
    void ask((door) => door.history()).then((found) => current && setKept(found));
    return () => {
      current = false;
    };
  }, [ask, wiped]);
  if (kept === null) return null;
  return (
    <div className={styles.root}>
      <Checkbox
        label={say('history.setting')}
        checked={settings.history}
        onChange={(_event, { checked }) => change({ history: checked === true })}
      />
      <p className={styles.text}>{say('history.setting.about', { most: kept.most })}</p>
      <p className={styles.text} role="status">
        {wiped === null
          ? say('history.kept', { count: kept.kept })
          : say(wiped ? 'history.wiped' : 'history.not-wiped')}
      </p>
      {kept.kept > 0 && (
        <Button
          size="small"
          onClick={() => void ask((door) => door.wipeHistory()).then((done) => setWiped(done))}
        >
          {say('history.wipe')}
        </Button>
      )}
    </div>
  );
};
