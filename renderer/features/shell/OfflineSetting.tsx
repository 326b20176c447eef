import { Checkbox, Field } from '@fluentui/react-components';
import type { AppInfo, Settings } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

interface Props {
  forced: AppInfo['offline'];
  settings: Settings;
  change(part: Partial<Settings>): void;
}

/** Nobody is contacted: the person's own choice, unless somebody else made it already. */
export const OfflineSetting = ({ forced, settings, change }: Props) => {
  const { say } = useWords();
  return (
    <Field hint={say(`settings.offline.${forced ?? 'about'}`)}>
      <Checkbox
        label={say('settings.offline')}
        checked={forced !== null || settings.offline}
        disabled={forced !== null}
        onChange={(_event, { checked }) => change({ offline: checked === true })}
      />
    </Field>
  );
};
