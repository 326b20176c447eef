import { openWire, type Spot, type Wire } from '../../../main/network/wire';

const key = ({ address, port }: Spot) => `${address}|${String(port)}`;

/**
 * A world on loopback: spots of the story lead to real listeners. A spot nobody put there leads to
 * `elsewhere`, never out of this machine.
 */
export class World {
  readonly #spots = new Map<string, Spot>();
  readonly contacted: string[] = [];
  readonly #elsewhere: Spot;

  constructor(elsewhere: Spot) {
    this.#elsewhere = elsewhere;
  }

  put(story: Spot, real: Spot): this {
    this.#spots.set(key(story), real);
    return this;
  }

  readonly wire: Wire = {
    ...openWire,
    route: (spot) => {
      this.contacted.push(key(spot));
      return this.#spots.get(key(spot)) ?? this.#elsewhere;
    },
  };
}
