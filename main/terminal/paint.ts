import type { Severity } from '../core/finding';
import type { VerdictState } from '../core/diagnosis';

export type Colour = 'red' | 'yellow' | 'green' | 'cyan' | 'bold' | 'dim';
export type Paint = (colour: Colour, text: string) => string;

const escapes: Record<Colour, readonly [number, number]> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

const coloured: Paint = (colour, text) => {
  const [on, off] = escapes[colour];
  return `\x1b[${on}m${text}\x1b[${off}m`;
};

const plain: Paint = (_colour, text) => text;

/** Colours only where a terminal shows them and nobody asked for none; nothing forces them. */
export const paintFor = (isTerminal: boolean, env: NodeJS.ProcessEnv): Paint =>
  isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? coloured : plain;

export const colourOfState: Record<VerdictState, Colour> = {
  healthy: 'green',
  attention: 'yellow',
  broken: 'red',
  unknown: 'cyan',
};

export const colourOfSeverity: Record<Severity, Colour> = {
  broken: 'red',
  attention: 'yellow',
  notice: 'cyan',
};
