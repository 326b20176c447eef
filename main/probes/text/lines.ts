/** Lines as every tool ends them: CR LF, LF (`w32tm`) or a lone CR left by a paste. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

export const filledLines = (text: string): string[] =>
  linesOf(text)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * What stands behind the first colon. Labels are translated, so they are never looked at; French puts a
 * no-break space before the colon, Chinese and Japanese may use a wide one.
 */
export const afterColon = (line: string): string | null => {
  const at = line.search(/[:\uFF1A]/u);
  return at < 0 ? null : line.slice(at + 1).trim();
};

/** A value that says something, or null: tools print empty rows. */
export const filled = (value: string | null | undefined): string | null => {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};
