import {
  Button,
  makeStyles,
  Tab,
  TabList,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
import { LaptopRegular } from '@fluentui/react-icons/svg/laptop';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { WrenchScrewdriverRegular } from '@fluentui/react-icons/svg/wrench-screwdriver';
import type { AppInfo, Settings } from '../../../preload/contract';
import { useWords } from '../../words/useWords';
import { OwnBrand } from '../organisation/OwnBrand';
import { Mark } from './Mark';
import { SettingsPanel } from './SettingsPanel';
import type { House } from './useHouse';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    marginInlineEnd: tokens.spacingHorizontalL,
  },
  /** Where there is little room its sign alone says it. */
  code: { '@media (max-width: 760px)': { minInlineSize: 0 } },
  codeWords: { '@media (max-width: 760px)': { display: 'none' } },
  seats: { flexGrow: 1, flexShrink: 1, flexWrap: 'wrap', minInlineSize: 0 },
});

const seats = [
  { id: 'my-device', icon: <LaptopRegular /> },
  { id: 'deployment', icon: <WrenchScrewdriverRegular /> },
  { id: 'guide-a-call', icon: <HeadsetRegular /> },
] as const satisfies readonly { id: Settings['seat']; icon: unknown }[];

interface Props {
  house: House;
  info: AppInfo;
  settings: Settings;
  change(part: Partial<Settings>): void;
  go(seat: Settings['seat']): void;
  lookUpCode(): void;
  showWelcome(): void;
  showKeys(): void;
}

export const Header = ({
  house,
  info,
  settings,
  change,
  go,
  lookUpCode,
  showWelcome,
  showKeys,
}: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const focusReturnsHere = useRestoreFocusTarget();
  return (
    <header className={styles.root}>
      <span className={styles.name}>
        <Mark />
        Fieldkit
        <OwnBrand />
      </span>
      <TabList
        className={styles.seats}
        aria-label={say('seat.label')}
        selectedValue={settings.seat}
        onTabSelect={(_event, { value }) => go(value as Settings['seat'])}
      >
        {seats.map(({ id, icon }) => (
          <Tab key={id} id={`seat-${id}`} value={id} icon={icon} aria-controls="seat">
            {say(`seat.${id}`)}
          </Tab>
        ))}
      </TabList>
      <Button
        className={styles.code}
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label={say('codes.open')}
        onClick={lookUpCode}
        {...focusReturnsHere}
      >
        <span className={styles.codeWords}>{say('codes.open')}</span>
      </Button>
      <SettingsPanel
        house={house}
        info={info}
        settings={settings}
        change={change}
        showWelcome={showWelcome}
        showKeys={showKeys}
      />
    </header>
  );
};
