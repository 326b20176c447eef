export type DoorFault = 'port-wrong' | 'port-taken' | 'port-denied' | 'page-missing';

/** The door could not be opened, for a reason that its user can do something about. */
export class DoorError extends Error {
  override readonly name = 'DoorError';

  constructor(readonly code: DoorFault) {
    super(code);
  }
}
