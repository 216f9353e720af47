/** Full-width forms to plain ones, blanks off both ends (the Chinese one and the byte order mark too). */
export function plainText(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Names and words are compared without regard to width, case and blanks. */
export function wordKey(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/g, '');
}
