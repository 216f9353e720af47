/**
 * The session: owns the policies, the population and all results, and answers requests one after the other. Runs in a thread
 * of its own in the program; tests drive it directly.
 */
import type { Reply, Request } from '../protocol.ts';
import { answer, type Memory } from './answer.ts';
import { type CurveWork, startCurve } from './curve.ts';
import { failedReply, Overtaken } from './fault.ts';

export interface SessionOptions {
  readonly post: (reply: Reply) => void;
  /** Milliseconds from some time on, for what figures say they took. */
  readonly now?: () => number;
  /** Hands in what has come meanwhile, without giving up the thread: asked for during long work. */
  readonly poll?: () => void;
}

export interface Session {
  readonly handle: (request: Request) => void;
  /** All that was asked so far is answered. */
  readonly idle: () => Promise<void>;
}

/** Milliseconds without a request before a curve is begun. */
const PAUSE = 120;

const turn = () => new Promise<void>(resolve => setImmediate(resolve));

/** Runs come before what is asked about them, curves last: they go on while there is nothing else to do. */
const URGENCY: Readonly<Record<Request['kind'], number>> = {
  load: 0,
  run: 1,
  page: 2,
  open: 2,
  villages: 2,
  village: 2,
  save: 2,
  export: 2,
  sweep: 3,
};

export function createSession(options: SessionOptions): Session {
  const { post, now = () => performance.now(), poll = () => undefined } = options;
  const memory: Memory = { world: null, live: null };
  let waiting: Request[] = [];
  let curve: CurveWork | null = null;
  let working: Promise<void> | null = null;
  let wake = () => {};

  function next(): Request | undefined {
    waiting = waiting.filter((request, at) => !isSuperseded(request, waiting.slice(at + 1)));
    const [first] = [...waiting].sort((a, b) => URGENCY[a.kind] - URGENCY[b.kind] || a.request - b.request);
    waiting = waiting.filter(request => request !== first);
    return first;
  }

  /** Long work ends here where something has come in that makes it pointless. */
  function checkOvertaken({ kind }: Request): void {
    poll();
    const newer = waiting.some(other => other.kind === 'load' || (kind === 'run' && other.kind === 'run'));
    if (newer) throw new Overtaken();
  }

  async function attempt(request: Request): Promise<void> {
    if (request.kind === 'run' || request.kind === 'load' || request.kind === 'sweep') curve = null;
    try {
      if (request.kind === 'sweep') curve = startCurve(memory, request, post);
      else await answer(memory, request, { post, now, check: () => checkOvertaken(request) });
    } catch (error) {
      if (!(error instanceof Overtaken)) post(failedReply(request.request, error));
    }
  }

  /** One place of a curve; left for later where something else has come in. */
  function drawOn(drawn: CurveWork): void {
    try {
      const done = drawn.step(() => {
        poll();
        if (waiting.length > 0) throw new Overtaken();
      });
      if (done) curve = null;
    } catch (error) {
      if (error instanceof Overtaken) return;
      curve = null;
      post(failedReply(drawn.request, error));
    }
  }

  /** Until something comes in, or nothing has for a while. */
  function pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, PAUSE);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function work(): Promise<void> {
    for (;;) {
      // Requests that come in together are looked at together.
      await turn();
      const request = next();
      if (request !== undefined) {
        await attempt(request);
        // Whoever holds a key down asks for curve after curve: none is begun before they have stopped.
        if (request.kind === 'sweep' && curve !== null && waiting.length === 0) await pause();
      } else if (curve !== null) drawOn(curve);
      else return;
    }
  }

  function handle(request: Request): void {
    waiting.push(request);
    wake();
    working ??= work().finally(() => {
      working = null;
      // Something may have come in between the last look and now.
      const [first] = waiting;
      if (first !== undefined) handle(waiting.pop()!);
    });
  }

  return {
    handle,
    async idle() {
      while (working !== null) await working;
    },
  };
}

/** Of loadings, runs and curves only the newest counts. */
function isSuperseded({ kind }: Request, later: readonly Request[]): boolean {
  const by: readonly Request['kind'][] =
    kind === 'load'
      ? ['load']
      : kind === 'run'
        ? ['run', 'load']
        : kind === 'sweep'
          ? ['sweep', 'run', 'load']
          : [];
  return later.some(other => by.includes(other.kind));
}
