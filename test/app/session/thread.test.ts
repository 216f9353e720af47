import { expect, test } from 'vitest';
import type { Reply, Request } from '../../../src/app/protocol.ts';
import { startThread } from '../../../src/app/session/thread.ts';
import { amendment, figures, loaded, plan, smallCounty } from './drive.ts';

test('in its own thread it answers as it does directly', async () => {
  const replies: Reply[] = [];
  let heard: () => void = () => undefined;
  const thread = startThread(
    reply => {
      replies.push(reply);
      heard();
    },
    error => {
      throw error;
    },
  );
  const until = async (request: number, kind: Reply['kind']): Promise<Reply> => {
    for (;;) {
      const found = replies.find(reply => reply.request === request && reply.kind === kind);
      if (found) return found;
      await new Promise<void>(resolve => {
        heard = resolve;
      });
    }
  };
  const send = (request: Request) => thread.send(request);
  send({ kind: 'load', request: 1, policies: [plan, amendment], population: smallCounty, on: null });
  await until(1, 'loaded');
  const changes = [{ parameter: 'warning_line', cell: null, value: '7000' }];
  send({ kind: 'run', request: 2, b: 0, changes: [] });
  send({ kind: 'run', request: 3, b: 1, changes });
  send({ kind: 'open', request: 4, row: 900, edits: [], lang: 'zh' });
  const found = await until(3, 'figures');
  await until(4, 'failed');
  await thread.stop();
  const wanted = await figures(await loaded(), { changes });
  const { run: _, milliseconds: __, ...own } = found.kind === 'figures' ? found.figures : wanted;
  const { run: ___, milliseconds: ____, ...direct } = wanted;
  expect(own).toEqual(direct);
});
