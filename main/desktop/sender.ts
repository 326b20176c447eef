import { isOurs } from './origin';

interface Frame {
  readonly url: string;
  readonly parent: unknown;
  readonly detached: boolean;
}

export interface Sender {
  readonly sender: { readonly id: number };
  readonly senderFrame: Frame | null;
}

/**
 * Our window's top frame, still on our address. The frame is null once it has navigated away or is
 * gone, and then nobody can say who asked.
 */
export const isTrustedSender = (event: Sender, ours: { readonly id: number }): boolean => {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    event.sender.id === ours.id &&
    frame.parent === null &&
    !frame.detached &&
    isOurs(frame.url)
  );
};
