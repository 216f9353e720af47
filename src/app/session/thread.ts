/** Starts the session in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Reply, Request } from '../protocol.ts';

export interface SessionThread {
  readonly send: (request: Request) => void;
  readonly stop: () => Promise<void>;
}

/** `onReply` gets everything that comes back. `onBroken`: the thread broke down (out of memory) and answers no more. */
export function startThread(
  onReply: (reply: Reply) => void,
  onBroken: (error: Error) => void,
): SessionThread {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url));
  let over = false;
  const broken = (error: Error) => {
    if (over) return;
    over = true;
    onBroken(error);
  };
  worker.on('message', (reply: Reply) => {
    if (!over) onReply(reply);
  });
  worker.on('error', broken);
  worker.on('exit', code => broken(new Error(`the session ended (${code})`)));
  return {
    send(request) {
      if (!over) worker.postMessage(request);
    },
    async stop() {
      over = true;
      await worker.terminate();
    },
  };
}
