/** Who sits in front of Fieldkit. The same truth for all; what may be done from a seat differs. */
export const seats = ['my-device', 'deployment', 'guide-a-call'] as const;
export type Seat = (typeof seats)[number];
