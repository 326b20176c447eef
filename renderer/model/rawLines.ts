export interface RawLine {
  number: number;
  text: string;
  marked: boolean;
}

/** Lines as the parser counts them, with those that carry evidence marked. */
export const rawLines = (text: string, marked: readonly number[]): RawLine[] => {
  const wanted = new Set(marked);
  return text
    .split(/\r\n|\n|\r/u)
    .map((line, index) => ({ number: index + 1, text: line, marked: wanted.has(index + 1) }));
};
