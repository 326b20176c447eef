import { useEffect, useRef } from 'react';
import type { GuideRunView, InspectionView, Seat } from '../../../preload/contract';
import type { CallsOfASeat } from './useCalls';

/** What is read or begun while a call is open belongs to it. */
export const useCallContents = (
  calls: CallsOfASeat,
  seat: Seat,
  read: InspectionView | null,
  run: GuideRunView | null,
): void => {
  const { attach, guided } = calls;
  const seen = useRef<string | null>(null);
  const id = read?.id ?? null;
  useEffect(() => {
    if (id === null || seen.current === id) return;
    seen.current = id;
    if (seat === 'guide-a-call') attach(id);
  }, [id, seat, attach]);
  const guide = run?.seat === 'guide-a-call' ? run.run : null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (guide === null || told.current === guide) return;
    told.current = guide;
    guided(guide);
  }, [guide, guided]);
};
