import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useContext, useDeferredValue, useMemo, useState } from 'react';
import type { ReadingView } from '../../../preload/contract';
import { filterReadings, type Wish } from '../../model/readingFilter';
import { useWords } from '../../words/useWords';
import { RefusalBar } from '../diagnosis/RefusalBar';
import { Heading } from '../shell/Heading';
import { PlaceContext } from '../shell/PlaceContext';
import type { House } from '../shell/useHouse';
import { Filters } from './Filters';
import { Gap } from './Gap';
import { Reading } from './Reading';
import { useReadings } from './useReadings';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
  room: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    listStyleType: 'none',
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: {
    '&:not(:last-child)': {
      borderBlockEndWidth: '1px',
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke3,
    },
  },
});

interface Props {
  house: House;
  inspection: string;
  showRaw(probe: string): void;
}

const none: ReadingView[] = [];

/** Every probe with what it read, or why it read nothing; searched and filtered without asking main again. */
export const Readings = ({ house, inspection, showRaw }: Props) => {
  const styles = useStyles();
  const { say, lookUp } = useWords();
  const outcome = useReadings(house, inspection);
  const where = useContext(PlaceContext);
  const [wish, setWish] = useState<Wish>(
    where?.place.readings ?? { text: '', kind: 'all', room: null },
  );
  const change = (part: Partial<Wish>) => {
    const next = { ...wish, ...part };
    setWish(next);
    where?.move({ readings: { ...next, text: next.text.slice(0, 200) } });
  };
  // Typing stays quick: the list follows as soon as there is time.
  const later = useDeferredValue(wish);
  const all = outcome?.ok === true ? outcome.value : none;
  const rooms = useMemo(() => [...new Set(all.map(({ room }) => room))], [all]);
  const found = useMemo(
    () =>
      filterReadings(all, later, ({ probe, why }) =>
        [probe, lookUp(`probe.${probe}`) ?? '', lookUp(`gap.${String(why)}`) ?? ''].join('\n'),
      ),
    [all, later, lookUp],
  );
  const shown = found.reduce((sum, room) => sum + room.shown.length, 0);
  return (
    <section className={styles.root} aria-labelledby="readings">
      <Heading level={2} id="readings">
        {say('readings.title')}
      </Heading>
      {outcome === null && <Spinner label={say('readings.loading')} />}
      {outcome?.ok === false && <RefusalBar code={outcome.code} />}
      {outcome?.ok === true && (
        <>
          <Filters wish={wish} rooms={rooms} change={change} />
          <p className={styles.count} role="status">
            {shown === 0 && all.length > 0
              ? say('readings.nothing')
              : say('readings.count', { shown, all: all.length })}
          </p>
          {found.map(({ room, shown: rows }) => (
            <section key={room} className={styles.room} aria-labelledby={`room-${room}`}>
              <Heading level={3} id={`room-${room}`}>
                {lookUp(`room.${room}`) ?? room}
              </Heading>
              <ul className={styles.list}>
                {rows.map((one) => (
                  <li key={one.reading.probe} className={styles.item}>
                    {one.reading.kind === 'ok' ? (
                      <Reading shown={one} wanted={later.text} showRaw={showRaw} />
                    ) : (
                      <Gap
                        reading={one.reading}
                        kind={one.reading.kind}
                        wanted={later.text}
                        showRaw={showRaw}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </section>
  );
};
