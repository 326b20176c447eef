/** One person's word for one field. The id is made for each writing and never used again. */
export interface Claim {
  id: string;
  value: string;
  by: string;
  at: number;
}

/** All that stands, and the ids of what was written over, so that no other copy brings it back. */
export interface Field {
  claims: Claim[];
  replaced: string[];
}

export const emptyField: Field = { claims: [], replaced: [] };

export const inOrder = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

/** Of two things under one name the same is taken on every computer, whichever came first. */
export const higher = <T>(one: T, two: T): T =>
  JSON.stringify(one) >= JSON.stringify(two) ? one : two;

/** Everything that was known is written over: this is what the person saw and changed. */
export const write = (field: Field, claim: Claim): Field => ({
  claims: [claim],
  replaced: [...new Set([...field.replaced, ...field.claims.map(({ id }) => id)])].sort(inOrder),
});

/** Adds a word beside the others: two sources that disagree are for a person to settle. */
export const putBeside = (field: Field, claim: Claim): Field => ({
  ...field,
  claims: [...field.claims, claim].sort((one, two) => inOrder(one.id, two.id)),
});

export const mergeFields = (one: Field, two: Field): Field => {
  const replaced = [...new Set([...one.replaced, ...two.replaced])].sort(inOrder);
  const gone = new Set(replaced);
  const byId = new Map<string, Claim>();
  for (const claim of [...one.claims, ...two.claims]) {
    const known = byId.get(claim.id);
    if (!gone.has(claim.id)) byId.set(claim.id, known ? higher(known, claim) : claim);
  }
  const claims = [...byId.values()].sort((a, b) => inOrder(a.id, b.id));
  return { claims, replaced };
};

/** The newest word is shown; null where nobody said anything. */
export const shownOf = ({ claims }: Field): Claim | null =>
  [...claims].sort((a, b) => b.at - a.at || inOrder(b.by, a.by) || inOrder(b.id, a.id))[0] ?? null;

/** One word of each different value, newest first; empty where all agree. */
export const conflictIn = (field: Field): Claim[] => {
  const shown = shownOf(field);
  const values = new Map<string, Claim>();
  for (const claim of [...field.claims].sort((a, b) => b.at - a.at || inOrder(b.id, a.id)))
    if (!values.has(claim.value)) values.set(claim.value, claim);
  if (values.size < 2 || shown === null) return [];
  return [shown, ...[...values.values()].filter(({ value }) => value !== shown.value)];
};
