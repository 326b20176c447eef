import { parseArgs } from 'node:util';

/** Why this is not the window, when it was meant to be: a closed list, because it is shown. */
export const doorReasons = ['no-binary', 'no-display', 'root', 'failed'] as const;
export type DoorReason = (typeof doorReasons)[number];

export interface DoorArguments {
  port: number;
  /** The program that started us and takes us with it when it ends. */
  parent: number | null;
  reason: DoorReason | null;
}

const wholeNumber = (text: string): number | null =>
  /^\d{1,10}$/u.test(text) ? Number(text) : null;

const isReason = (text: string): text is DoorReason =>
  doorReasons.some((reason) => reason === text);

/** Null for anything that is not understood completely: half an instruction is not followed. */
export const parseDoorArguments = (args: readonly string[]): DoorArguments | null => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        parent: { type: 'string' },
        reason: { type: 'string' },
      },
    });
    const port = wholeNumber(values.port);
    const parent = values.parent === undefined ? null : wholeNumber(values.parent);
    const reason = values.reason === undefined ? null : values.reason;
    if (port === null || (values.parent !== undefined && !parent)) return null;
    if (reason !== null && !isReason(reason)) return null;
    return { port, parent, reason };
  } catch {
    return null;
  }
};
