import { useCallback, useState } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';

interface Shown {
  view: InspectionView;
  /** Null when the whole text is asked for, not the proof of one finding. */
  finding: FindingView | null;
}

export interface Evidence {
  open: boolean;
  shown: Shown | null;
  show(view: InspectionView, finding: FindingView | null): void;
  close(): void;
}

/** What the drawer shows. It keeps its content while it slides away. */
export const useEvidence = (): Evidence => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((view: InspectionView, finding: FindingView | null) => {
    setShown({ view, finding });
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return { open, shown, show, close };
};
