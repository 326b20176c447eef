import { useCallback, useMemo, useRef, useState } from 'react';
import type { Fieldkit, Outcome, RefusalCode } from '../../../preload/contract';
import type {
  DeviceView,
  SheetListView,
  SheetPlace,
  SheetView,
} from '../../../preload/contract-batch';
import type { Place } from '../shell/PlaceContext';
import type { House } from '../shell/useHouse';

export interface Batch {
  list: SheetListView | null;
  sheet: SheetView | null;
  refusal: RefusalCode | null;
  /** The name that stands beside what is written. */
  by: string;
  setBy(name: string): void;
  /** Opens again what was open before a restart, else looks which sheets there are. */
  arrive(): void;
  create(name: string, place: SheetPlace): void;
  open(id: string): void;
  close(): void;
  /** Asks and shows a refusal; null where there is no value. A round of watching comes again by itself. */
  ask<T>(question: (door: Fieldkit) => Promise<Outcome<T>>, round?: boolean): Promise<T | null>;
  show(sheet: SheetView): void;
  /** Puts one device into the list of a sheet, if that is still the one that is shown. */
  put(sheet: string, device: DeviceView): void;
}

/** What a round of watching does not complain about: the next one comes soon enough. */
const passing: ReadonlySet<RefusalCode> = new Set(['busy', 'cancelled']);

/** One sheet open at a time, and the list to choose from. */
export const useBatch = (house: House, { place, move }: Place): Batch => {
  const [list, setList] = useState<SheetListView | null>(null);
  const [sheet, setSheet] = useState<SheetView | null>(null);
  const [refusal, setRefusal] = useState<{ code: RefusalCode; round: boolean } | null>(null);
  const [by, setBy] = useState(place.sheet?.by ?? '');
  const left = useRef(place.sheet?.id ?? null);
  const { ask: askHouse } = house;

  const ask = useCallback(
    async <T>(
      question: (door: Fieldkit) => Promise<Outcome<T>>,
      round = false,
    ): Promise<T | null> => {
      // What somebody did and was refused stays on the screen until they do something else.
      setRefusal((old) => (round && old?.round === false ? old : null));
      const outcome = await askHouse(question);
      if (outcome === null) return null;
      if (outcome.ok) return outcome.value;
      const { code } = outcome;
      if (!round || !passing.has(code)) setRefusal({ code, round });
      return null;
    },
    [askHouse],
  );
  const arrive = useCallback(async () => {
    const id = left.current;
    left.current = null;
    const again = id === null ? null : await ask((door) => door.openBatch(id));
    if (again !== null) {
      setSheet(again);
      return;
    }
    if (id !== null) move({ sheet: null });
    const found = await askHouse((door) => door.batches());
    if (found !== null) setList(found);
  }, [ask, askHouse, move]);
  const put = useCallback((of: string, device: DeviceView) => {
    setSheet((old) => {
      if (old?.id !== of) return old;
      const others = old.rows.filter(({ serial }) => serial !== device.row.serial);
      const rows = [...others, device.row].sort((one, two) => (one.serial < two.serial ? -1 : 1));
      return { ...old, rows };
    });
  }, []);
  return useMemo(() => {
    const opened = (found: SheetView | null) => {
      if (found === null) return;
      setSheet(found);
      move({ sheet: { id: found.id, by } });
    };
    return {
      list,
      sheet,
      refusal: refusal?.code ?? null,
      by,
      setBy: (name) => {
        setBy(name);
        if (sheet !== null) move({ sheet: { id: sheet.id, by: name } });
      },
      arrive: () => void arrive(),
      create: (name, where) => void ask((door) => door.createBatch(name, where, by)).then(opened),
      open: (id) => void ask((door) => door.openBatch(id)).then(opened),
      close: () => {
        setSheet(null);
        setRefusal(null);
        move({ sheet: null });
      },
      ask,
      show: setSheet,
      put,
    };
  }, [list, sheet, refusal, by, arrive, ask, put, move]);
};
