import type { EvidenceView, InspectionView } from '../../preload/contract';

/** Evidence names its probe; for a probe that reads a text, the line counts in the text of this source. */
const textOf: Readonly<Record<string, string>> = { 'device-registration': 'dsregcmd-status' };

/** The source whose raw text shows the evidence, or else the first there is. */
export const proofSource = (
  sources: InspectionView['sources'],
  evidence: readonly EvidenceView[],
): string | undefined =>
  evidence
    .map(({ source }) => textOf[source] ?? source)
    .find((source) => sources.includes(source)) ?? sources[0];
