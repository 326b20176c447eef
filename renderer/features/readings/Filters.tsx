import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import type { KindWish, Wish } from '../../model/readingFilter';
import { useWords } from '../../words/useWords';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  input: { inlineSize: '100%', minInlineSize: 0, boxSizing: 'border-box' },
  kinds: { flexWrap: 'wrap' },
});

const kinds: readonly KindWish[] = ['all', 'read', 'gaps'];
const allRooms = '';

interface Props {
  wish: Wish;
  rooms: readonly string[];
  change(part: Partial<Wish>): void;
}

export const Filters = ({ wish, rooms, change }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  return (
    <div className={styles.root} role="search">
      <Field label={say('readings.search')}>
        <Input
          className={styles.input}
          type="search"
          spellCheck={false}
          contentBefore={<SearchRegular aria-hidden />}
          value={wish.text}
          onChange={(_event, { value }) => change({ text: value })}
        />
      </Field>
      <Field label={say('readings.room')}>
        <Select
          value={wish.room ?? allRooms}
          onChange={(_event, { value }) => change({ room: value === allRooms ? null : value })}
        >
          <option value={allRooms}>{say('readings.room.all')}</option>
          {rooms.map((room) => (
            <option key={room} value={room}>
              {lookUp(`room.${room}`) ?? room}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('readings.kind')}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          value={wish.kind}
          onChange={(_event, { value }) => change({ kind: value as KindWish })}
        >
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={say(`readings.kind.${kind}`)} />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
};
