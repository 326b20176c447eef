import type { Calls, EventName, Events } from '../preload/contract';

/** What every door opens onto: the contract, implemented once. */
export type House = {
  [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** How the house tells the page something it did not ask for just now. */
export type Tell = <K extends EventName>(name: K, value: Events[K]) => void;
