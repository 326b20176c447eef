import type { House } from '../../main/house';
import { callNames } from '../../main/ipc/guards';

interface Seen {
  name: string;
  args: unknown[];
}

/** Says only that it was reached, and with what. */
export const fakeHouse = (): { house: House; seen: Seen[] } => {
  const seen: Seen[] = [];
  const house = Object.fromEntries(
    callNames.map((name) => [
      name,
      (...args: unknown[]) => {
        seen.push({ name, args });
        return `${name} done`;
      },
    ]),
  );
  return { house: house as unknown as House, seen };
};
