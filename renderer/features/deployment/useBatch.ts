import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Fieldkit, Outcome, RefusalCode } from '../../../preload/contract';
import type {
  DeviceView,
  SheetListView,
  SheetPlace,
  SheetView,
} from '../../../preload/contract-batch';
import type { House } from '../shell/useHouse';

export interface Batch {
  list: SheetListView | null;
  sheet: SheetView | null;
  refusal: RefusalCode | null;
  /** The name that stands beside what is written. */
  by: string;
  setBy(name: string): void;
  create(name: string, place: SheetPlace): void;
  open(id: string): void;
  close(): void;
  /** Asks and shows a refusal; null where there is no value. */
  ask<T>(question: (door: Fieldkit) => Promise<Outcome<T>>): Promise<T | null>;
  show(sheet: SheetView): void;
  /** Puts one device into the list that is shown. */
  put(device: DeviceView): void;
}

/** One sheet open at a time, and the list to choose from. */
export const useBatch = (house: House): Batch => {
  const [list, setList] = useState<SheetListView | null>(null);
  const [sheet, setSheet] = useState<SheetView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [by, setBy] = useState('');
  const open = sheet !== null;
  const { ask: askHouse } = house;
  useEffect(() => {
    if (open) return undefined;
    let current = true;
    void askHouse((door) => door.batches()).then((found) => {
      if (current && found !== null) setList(found);
    });
    return () => {
      current = false;
    };
  }, [askHouse, open]);

  const ask = useCallback(
    async <T>(question: (door: Fieldkit) => Promise<Outcome<T>>): Promise<T | null> => {
      setRefusal(null);
      const outcome = await askHouse(question);
      if (outcome === null) return null;
      if (outcome.ok) return outcome.value;
      setRefusal(outcome.code);
      return null;
    },
    [askHouse],
  );
  const put = useCallback((device: DeviceView) => {
    setSheet((old) => {
      if (old === null) return old;
      const others = old.rows.filter(({ serial }) => serial !== device.row.serial);
      const rows = [...others, device.row].sort((one, two) => (one.serial < two.serial ? -1 : 1));
      return { ...old, rows };
    });
  }, []);
  return useMemo(() => {
    const show = (found: SheetView | null) => {
      if (found !== null) setSheet(found);
    };
    return {
      list,
      sheet,
      refusal,
      by,
      setBy,
      create: (name, place) => void ask((door) => door.createBatch(name, place, by)).then(show),
      open: (id) => void ask((door) => door.openBatch(id)).then(show),
      close: () => setSheet(null),
      ask,
      show: setSheet,
      put,
    };
  }, [list, sheet, refusal, by, ask, put]);
};
