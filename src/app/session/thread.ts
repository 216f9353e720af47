/** Starts the session in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Reply, Request } from '../protocol.ts';
import { failedReply } from './fault.ts';

export interface SessionThread {
  readonly send: (request: Request) => void;
  readonly stop: () => Promise<void>;
}

/** `onReply` gets everything that comes back; a thread that breaks down (out of memory) says so once and answers no more. */
export function startThread(onReply: (reply: Reply) => void): SessionThread {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url));
  let last = 0;
  let stopped = false;
  worker.on('message', (reply: Reply) => {
    if (!stopped) onReply(reply);
  });
  worker.on('error', error => {
    if (!stopped) onReply(failedReply(last, error));
  });
  return {
    send(request) {
      last = request.request;
      worker.postMessage(request);
    },
    async stop() {
      stopped = true;
      await worker.terminate();
    },
  };
}
