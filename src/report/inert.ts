/**
 * What a terminal might obey, or what would hide or reorder text: control characters of both ranges, direction marks and
 * overrides, line and paragraph separators, zero-width characters, lone halves of surrogate pairs, tags.
 */
const LIVE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** User text that cannot steer a terminal: what is live is shown as its code, `⟨U+001B⟩`; line breaks and tabs become spaces. */
export function inert(text: string): string {
  return text.replace(/\r\n|[\n\t]/g, ' ').replace(LIVE, mark => {
    const code = mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}
