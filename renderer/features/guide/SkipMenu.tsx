import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { SkipReason } from '../../../preload/contract';
import { useWords } from '../../words/useWords';

const reasons: readonly SkipReason[] = ['already-done', 'not-possible', 'not-now', 'not-wanted'];

/** A step is skipped for a reason, and the log says which. */
export const SkipMenu = ({ skip }: { skip(reason: SkipReason): void }) => {
  const { say } = useWords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle">{say('guide.skip')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={say('guide.skip.why')}>
          {reasons.map((reason) => (
            <MenuItem key={reason} onClick={() => skip(reason)}>
              {say(`guide.skip.${reason}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
