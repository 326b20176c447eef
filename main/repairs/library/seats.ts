import type { Seat } from '../../core/seat';

/**
 * Never `guide-a-call`: the device in front of the helpdesk is not the caller's. There the person on the
 * phone does it, led by the same guide.
 */
export const everybody: readonly Seat[] = ['my-device', 'deployment'];
export const technicians: readonly Seat[] = ['deployment'];
