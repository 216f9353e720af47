import stringWidth from 'string-width';

/** Columns that text takes on a terminal: a Han character takes two, colours take none. */
export function width(text: string): number {
  return stringWidth(text);
}
