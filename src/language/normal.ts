/**
 * The form in which text is compared: full-width letters, digits, brackets and signs become ASCII ones, and signs with
 * several looks get one. Each character stays one UTF-16 unit, so offsets do not move.
 */
export function normalise(text: string): string {
  return text.replace(
    /[\u3000\u00a0\uff01-\uff5e\u2010-\u2015\u2018-\u201f\u2212\u2260-\u226b\u300c-\u300f\u3010\u3011\u3014\u3015\u301c\u30fb\u2022\u2219\u22c5\u2215\ufe64-\ufe66\u2715\u2716\u2797]/g,
    fold,
  );
}

const FOLDED: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‒': '~',
  '–': '~',
  '—': '~',
  '―': '~',
  '〜': '~',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '【': '[',
  '】': ']',
  '〔': '(',
  '〕': ')',
  '・': '·',
  '•': '·',
  '∙': '·',
  '⋅': '·',
  '∕': '/',
  '≦': '≤',
  '≧': '≥',
  '⩽': '≤',
  '⩾': '≥',
  '﹤': '<',
  '﹥': '>',
  '﹦': '=',
  '✕': '×',
  '✖': '×',
  '➗': '÷',
};

function fold(character: string): string {
  const folded = FOLDED[character];
  if (folded !== undefined) return folded;
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** The form under which a name is kept and looked up: normalised, blanks trimmed and single. */
export function nameKey(name: string): string {
  return normalise(name).trim().replace(/\s+/g, ' ');
}

/** Is this a character that words are made of (Han, letters, `_`, and digits inside ASCII words)? */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x206f) return false;
  if (code >= 0x2190 && code <= 0x22ff) return false;
  if (code >= 0x3000 && code <= 0x3020) return code === 0x3005 || code === 0x3007;
  if (code >= 0xfe10 && code <= 0xfe6f) return false;
  if (code >= 0xff00 && code <= 0xff5e) return false;
  return code >= 0xc0 && code !== 0xfeff && code !== 0xfffe && code !== 0xffff;
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}
