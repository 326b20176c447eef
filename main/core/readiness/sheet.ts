import { registrationOf } from '../rules/evidence';
import { valueOf, type Snapshot } from '../snapshot';
import { notedOf, seenByAnother, type Noted } from './data-lines';

/** What goes along on paper, because after the reset the PC itself cannot tell it any more. */
export interface ReturnSheet {
  device: { name: string | null; serial: string | null; model: string | null };
  person: string | null;
  madeAt: number | null;
  noted: Noted;
}

export const returnSheet = (snapshot: Snapshot): ReturnSheet => {
  const machine = valueOf(snapshot, 'machine');
  const registration = registrationOf(snapshot);
  return {
    device: {
      name: machine?.name ?? registration?.deviceName ?? null,
      serial: machine?.serial ?? null,
      model: machine?.model ?? null,
    },
    person: seenByAnother(snapshot) ? null : (registration?.executing?.upn ?? null),
    madeAt: snapshot.observedAt,
    noted: notedOf(snapshot),
  };
};
