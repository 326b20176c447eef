import type { EvidenceView, InspectionView } from '../../preload/contract';

type Read = Pick<InspectionView, 'sources' | 'sourcesOf'>;

export interface ProofSources {
  /** Where the proof stands, best first. */
  proof: string[];
  others: string[];
}

/** Evidence names its probe; a probe reads its facts from one source or several. */
export const proofSources = (
  { sources, sourcesOf }: Read,
  probes: readonly string[],
): ProofSources => {
  const wanted = new Set(probes.flatMap((probe) => sourcesOf[probe] ?? []));
  const proof = [...wanted].filter((source) => sources.includes(source));
  return { proof, others: sources.filter((source) => !wanted.has(source)) };
};

/** Lines count in the text of the probe that gave them, and in no other. */
export const linesIn = (
  { sourcesOf }: Pick<InspectionView, 'sourcesOf'>,
  source: string,
  evidence: readonly EvidenceView[],
): number[] =>
  evidence.flatMap(({ source: probe, line }) =>
    line !== undefined && sourcesOf[probe]?.[0] === source ? [line] : [],
  );
