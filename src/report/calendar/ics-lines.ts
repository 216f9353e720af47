/** Lines of iCalendar, as RFC 5545 section 3.1 and 3.3.11 have them. */

const encoder = new TextEncoder();
/** Octets on a line, its break not counted. */
const MOST = 75;

/** Text as a value: backslashes, semicolons, commas and line breaks escaped; other control characters left out. */
export function icsText(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, mark => `\\${mark}`)
    .replace(/\n/g, '\\n');
}

/** A content line folded so that no line has more than 75 octets and no character is cut. */
export function foldedLine(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (used + octets > MOST) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += octets;
  }
  return `${folded}\r\n`;
}
