import {
  Button,
  Checkbox,
  Field,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Radio,
  RadioGroup,
  Select,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { AppInfo, LinkId, Settings } from '../../../preload/contract';
import { languagesOffered } from '../../../strings/languages';
import { useWords } from '../../words/useWords';
import { HistorySetting } from '../history/HistorySetting';
import { useOrganisation } from '../organisation/useOrganisation';
import { Heading } from './Heading';
import { OfflineSetting } from './OfflineSetting';
import type { House } from './useHouse';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    inlineSize: 'min(300px, 80vw)',
  },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalM,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const choices: readonly Settings['theme'][] = ['system', 'light', 'dark'];
/** The window opens links outside itself; a page in a browser is not to steer the browser it is in. */
const linksAt: Record<AppInfo['door'], readonly LinkId[]> = {
  desktop: ['help', 'source', 'releases'],
  browser: [],
};
const likeSystem = 'system';

interface Props {
  house: House;
  info: AppInfo;
  settings: Settings;
  change(part: Partial<Settings>): void;
  showWelcome(): void;
  showKeys(): void;
}

export const SettingsPanel = ({ house, info, settings, change, showWelcome, showKeys }: Props) => {
  const styles = useStyles();
  const { say } = useWords();
  const { languages: served } = useOrganisation();
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={say('settings.title')} relationship="label">
          <Button appearance="subtle" icon={<SettingsRegular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface className={styles.panel} aria-labelledby="settings-title">
        <Heading level={2} id="settings-title">
          {say('settings.title')}
        </Heading>
        <Field label={say('settings.theme')}>
          <RadioGroup
            value={settings.theme}
            onChange={(_event, { value }) => change({ theme: value as Settings['theme'] })}
          >
            {choices.map((theme) => (
              <Radio key={theme} value={theme} label={say(`settings.theme.${theme}`)} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={say('settings.language')}>
          <Select
            value={settings.language ?? likeSystem}
            onChange={(_event, { value }) =>
              change({ language: value === likeSystem ? null : value })
            }
          >
            <option value={likeSystem}>{say('settings.language.system')}</option>
            {languagesOffered(served).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {info.canInspectThisDevice && (
          <HistorySetting house={house} settings={settings} change={change} />
        )}
        <OfflineSetting forced={info.offline} settings={settings} change={change} />
        {info.door === 'desktop' && (
          <Checkbox
            label={say('settings.notify')}
            checked={settings.notify}
            onChange={(_event, { checked }) => change({ notify: checked === true })}
          />
        )}
        <div className={styles.about}>
          <Button size="small" onClick={showWelcome}>
            {say('settings.welcome')}
          </Button>
          <Button size="small" onClick={showKeys}>
            {say('settings.keys')}
          </Button>
        </div>
        <div className={styles.about}>
          <span>{say('settings.version', { version: info.version })}</span>
          {linksAt[info.door].map((id) => (
            <Link
              key={id}
              as="button"
              inline
              onClick={() => void house.ask((door) => door.openLink(id))}
            >
              {say(`settings.link.${id}`)}
            </Link>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  );
};
