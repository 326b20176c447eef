import { useCallback, useState } from 'react';
import type { FindingView, InspectionView } from '../../../preload/contract';

interface Shown {
  view: InspectionView;
  /** Null when it is not about one finding. */
  finding: FindingView | null;
  /** The probe whose text is asked for, when it is not about a finding. */
  probe: string | null;
}

export interface Evidence {
  open: boolean;
  shown: Shown | null;
  show(view: InspectionView, finding: FindingView | null): void;
  showProbe(view: InspectionView, probe: string): void;
  close(): void;
}

/** What the drawer shows. It keeps its content while it slides away. */
export const useEvidence = (): Evidence => {
  const [shown, setShown] = useState<Shown | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((view: InspectionView, finding: FindingView | null) => {
    setShown({ view, finding, probe: null });
    setOpen(true);
  }, []);
  const showProbe = useCallback((view: InspectionView, probe: string) => {
    setShown({ view, finding: null, probe });
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return { open, shown, show, showProbe, close };
};
