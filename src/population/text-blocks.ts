/** Files as blocks of whole lines of text, whatever their encoding. */
import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Diagnostic } from '../language/diagnostic.ts';

const BLOCK = 1 << 20;
/** A line longer than this is not a row of anything. */
const LONGEST_LINE = 8 << 20;
const NEWLINE = 10;
const RETURN = 13;

export type TextBlock =
  /** Ends with a line break, or with the file. */
  | { readonly text: string; readonly bytes: number }
  /** The file cannot be read on. */
  | { readonly problem: Diagnostic };

type Encoding = 'utf8' | 'gb18030';

/**
 * Reads on until the file ends or cannot be read. UTF-8 (with or without byte order mark) is taken where the first bytes
 * past ASCII are valid UTF-8, else GB18030.
 */
export async function* textBlocks(path: string, file: string): AsyncGenerator<TextBlock> {
  const handle = await open(path, 'r');
  const decode = makeDecoder(file);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (let first = true; ; first = false) {
      const chunk = Buffer.allocUnsafe(rest.length + BLOCK);
      rest.copy(chunk);
      const { bytesRead } = await handle.read(chunk, rest.length, BLOCK, null);
      let bytes: Buffer = chunk.subarray(0, rest.length + bytesRead);
      if (first) bytes = withoutMark(bytes);
      if (first && isUtf16(bytes)) {
        yield { problem: failure('csv-utf16', { file }) };
        return;
      }
      const ended = bytesRead === 0;
      const cut = ended ? bytes.length : lastBreak(bytes) + 1;
      rest = Buffer.from(bytes.subarray(cut));
      if (cut > 0) {
        const block = await decode(bytes.subarray(0, cut));
        yield block;
        if ('problem' in block) return;
      }
      if (ended) return;
      if (rest.length > LONGEST_LINE) {
        yield { problem: failure('csv-line-too-long', { file, most: LONGEST_LINE >> 20 }) };
        return;
      }
    }
  } finally {
    await handle.close();
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The last line break; line feeds and returns are never part of a longer character in either encoding. */
function lastBreak(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(NEWLINE);
  if (feed >= 0) return feed;
  // Old files end their lines with a bare return; one at the very end may be half of a pair.
  const back = bytes.lastIndexOf(RETURN, bytes.length - 2);
  return back;
}

function makeDecoder(file: string): (bytes: Buffer) => Promise<TextBlock> {
  let encoding: Encoding | null = null;
  let lines = 1;
  return async bytes => {
    const known = encoding !== null;
    const size = bytes.length;
    const zero = bytes.indexOf(0);
    if (zero >= 0) return { problem: failure('csv-not-text', { file, line: lines + breaks(bytes, zero) }) };
    if (isAscii(bytes)) {
      lines += breaks(bytes, size);
      return { text: bytes.toString('latin1'), bytes: size };
    }
    encoding ??= isUtf8(bytes) ? 'utf8' : 'gb18030';
    const text = encoding === 'utf8' ? utf8(bytes) : await gb18030(bytes);
    if (text === null || (encoding === 'gb18030' && text.includes('\ufffd')))
      return { problem: failure('csv-encoding', { file, line: lines + badBreaks(bytes, text, !known) }) };
    lines += breaks(bytes, size);
    return { text, bytes: size };
  };
}

function utf8(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

async function gb18030(bytes: Buffer): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bytes, 'gb18030');
}

function breaks(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Line breaks before the first character that cannot be read; `either`: in the encoding that reads on for longer. */
function badBreaks(bytes: Buffer, text: string | null, either: boolean): number {
  const inText = text === null ? 0 : text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1;
  return text === null || either ? Math.max(inText, badUtf8Breaks(bytes)) : inText;
}

function badUtf8Breaks(bytes: Buffer): number {
  let from = 0;
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (!isUtf8(bytes.subarray(from, at))) return count;
    from = at + 1;
    count++;
  }
  return count;
}

function failure(code: string, params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'error', params };
}
