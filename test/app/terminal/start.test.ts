import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Reply, Request } from '../../../src/app/protocol.ts';
import { type Ending, openSimulator } from '../../../src/app/start.tsx';
import { amendment, loaded, plan, smallCounty } from '../session/drive.ts';

/** A terminal that is none: what is written to it is kept. */
function fakeTerminal() {
  const modes: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => modes.push(mode),
    ref: () => undefined,
    unref: () => undefined,
  });
  let written = '';
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  stdout.on('data', chunk => {
    written += chunk;
  });
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    type: (keys: string) => stdin.write(keys),
    modes,
    written: () => written,
  };
}

/** A session in this thread, which breaks down once it is asked for a run with so many changes. */
async function broken(changes: number) {
  const driven = await loaded();
  return (onReply: (reply: Reply) => void, onBroken: (error: Error) => void) => ({
    send(request: Request) {
      if (request.kind === 'run' && request.changes.length === changes)
        return onBroken(new Error('out of memory'));
      void driven.session.idle().then(async () => {
        const { length } = driven.replies;
        driven.session.handle(request);
        await driven.session.idle();
        driven.replies.slice(length).forEach(onReply);
      });
    },
    stop: async () => undefined,
  });
}

const start = {
  lang: 'en',
  colour: false,
  policies: [],
  populations: [],
  chosen: [plan, amendment],
  population: smallCounty,
} as const;

const GIVEN_BACK = /\u001b\[\?1049l[\s\S]*\u001b\[\?25h/;

test('where the session breaks down the terminal is given back, and what was not saved is told', async () => {
  const terminal = fakeTerminal();
  const ending = openSimulator({ start, ...terminal, thread: await broken(1) });
  const watch = setInterval(() => {
    if (terminal.written().includes('red card')) terminal.type('3\u001b[C');
  }, 20);
  const { error, unsaved, written }: Ending = await ending;
  clearInterval(watch);
  expect(error?.message).toBe('out of memory');
  expect(unsaved).toEqual([{ parameter: 'warning_line', cell: null, value: '6100' }]);
  expect(written).toEqual([]);
  expect(terminal.written()).toMatch(GIVEN_BACK);
  expect(terminal.modes.at(-1)).toBe(false);
});

test('a mistake of the program itself gives the terminal back too', async () => {
  const terminal = fakeTerminal();
  const thread = (onReply: (reply: Reply) => void) => ({
    send: ({ request }: Request) =>
      onReply({ kind: 'loaded', request, policies: null as never, population: null as never }),
    stop: async () => undefined,
  });
  const { error } = await openSimulator({ start, ...terminal, thread }).catch(thrown => ({ error: thrown }));
  expect(error).toBeInstanceOf(Error);
  expect(terminal.written()).toMatch(GIVEN_BACK);
  expect(terminal.modes.at(-1)).toBe(false);
});
