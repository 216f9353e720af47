/** The thread of the session: requests come in and replies go out as messages. */
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { Request } from '../protocol.ts';
import { createSession } from './session.ts';

const port = parentPort!;

const session = createSession({
  post: reply => port.postMessage(reply),
  poll() {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      session.handle(next.message as Request);
  },
});

port.on('message', (request: Request) => session.handle(request));
