import { PassThrough } from 'node:stream';
import { render, Text, useInput, usePaste } from 'ink';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { keysOf, pasteOf } from '../../../src/app/input.ts';
import { keyName } from '../../../src/app/state/keys.ts';
import type { Key } from '../../../src/app/state/state.ts';

/** What terminals send, through Ink's own reading of it. */
async function read(sent: string): Promise<string[]> {
  const keys: Key[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => undefined,
    ref: () => undefined,
    unref: () => undefined,
  });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  stdout.resume();
  function Listener() {
    useInput((input, key) => void keys.push(...keysOf(input, key)));
    usePaste(text => void keys.push(pasteOf(text)));
    return createElement(Text, null, ' ');
  }
  const { unmount, waitUntilRenderFlush } = render(createElement(Listener), {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    interactive: true,
    patchConsole: false,
  });
  await waitUntilRenderFlush();
  stdin.write(sent);
  // A lone escape is one only when nothing has followed it for a while.
  await new Promise(resolve => setTimeout(resolve, 60));
  unmount();
  return keys.map(key =>
    key.name === 'paste' ? `paste ${key.text}` : key.text.length > 1 ? `char ${key.text}` : keyName(key),
  );
}

test.each([
  ['arrows of either mode', '\u001b[A\u001bOB\u001b[C\u001bOD', ['up', 'down', 'right', 'left']],
  [
    'arrows with shift, of xterm and rxvt',
    '\u001b[1;2C\u001b[1;2D\u001b[c\u001b[d',
    ['shift-right', 'shift-left', 'shift-right', 'shift-left'],
  ],
  [
    'home and end, as five terminals send them',
    '\u001b[H\u001bOH\u001b[1~\u001b[7~\u001b[F\u001bOF\u001b[4~\u001b[8~',
    [...Array(4).fill('home'), ...Array(4).fill('end')],
  ],
  [
    'paging and deleting',
    '\u001b[5~\u001b[6~\u001b[3~\u007f',
    ['page-up', 'page-down', 'delete', 'backspace'],
  ],
  ['tabs', '\t\u001b[Z', ['tab', 'shift-tab']],
  ['enter and line feed', '\r\n', ['enter', 'enter']],
  ['a lone escape', '\u001b', ['escape']],
  ['escape and a key that follows at once', '\u001bq', ['escape', 'q']],
  ['control keys', '\u0003', ['ctrl-c']],
  ['control keys that lines are edited with', '\u0012', ['ctrl-r']],
  ['typed faster than it is read', '6450\r', ['char 6450', 'enter']],
  ['line editing and typing at once', '\u0015名称\r', ['ctrl-u', 'char 名称', 'enter']],
  ['an input method', '警戒线', ['char 警戒线']],
  ['a blank', ' ', ['space']],
  ['a paste, keys in it and all', '\u001b[200~a\rq\u001b[201~', ['paste a\rq']],
  ['answers of the terminal itself', '\u001b[?1;2c\u001b[I', []],
] as const)('%s', async (_, sent, keys) => {
  expect(await read(sent)).toEqual(keys);
});
