/** A row of numbers as one number: each has as many values as its radix says. */
export interface Packer {
  put(value: number, radix: number): void;
  total(): bigint;
}

/** First in is first out: what is put later stands in front. */
export const createPacker = (): Packer => {
  let total = 0n;
  let weight = 1n;
  return {
    put(value, radix) {
      if (!Number.isInteger(value) || value < 0 || value >= radix)
        throw new RangeError(`${String(value)} does not fit below ${String(radix)}`);
      total += BigInt(value) * weight;
      weight *= BigInt(radix);
    },
    total: () => total,
  };
};

export interface Unpacker {
  take(radix: number): number;
  /** True when nothing but zeros is left. */
  isEmpty(): boolean;
}

export const createUnpacker = (total: bigint): Unpacker => {
  let rest = total;
  return {
    take(radix) {
      const value = Number(rest % BigInt(radix));
      rest /= BigInt(radix);
      return value;
    },
    isEmpty: () => rest === 0n,
  };
};
