/** Requests come in and replies go out as messages. */
import type { MessagePort } from 'node:worker_threads';
import { receiveMessageOnPort } from 'node:worker_threads';
import type { Request } from '../protocol.ts';
import { createSession } from './session.ts';

export function serve(port: MessagePort): void {
  const session = createSession({
    post: reply => port.postMessage(reply),
    poll() {
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
        session.handle(next.message as Request);
    },
  });
  port.on('message', (request: Request) => session.handle(request));
}
