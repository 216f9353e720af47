/** The simulator on a terminal: keys and replies go into the state, requests to the session, frames to the screen. */
import { render, useApp, useInput, usePaste } from 'ink';
import { type ReactElement, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { keysOf, pasteOf } from './input.ts';
import type { Change, PopulationChoice, Reply, Request } from './protocol.ts';
import { type SessionThread, startThread } from './session/thread.ts';
import { hasUnsaved } from './state/changes.ts';
import { begin, type InitialOptions } from './state/initial.ts';
import { reduce } from './state/reduce.ts';
import type { Event, State, Step } from './state/state.ts';
import { type Store, storeOf } from './store.ts';
import { briefly, isSuspend, onSignals, stopHere } from './terminal.ts';
import { Screen } from './views/Screen.tsx';

export interface SimulatorOptions {
  readonly start: Omit<InitialOptions, 'size'>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** These were loaded and may be offered again. */
  readonly onLoaded?: (policies: readonly string[], population: PopulationChoice) => void;
  /** A draft was saved. */
  readonly onSaved?: (path: string) => void;
  readonly thread?: typeof startThread;
}

/** How the simulator ended; the terminal is as it was before. */
export interface Ending {
  /** What broke; null: it was left. */
  readonly error: Error | null;
  /** Changes that were not saved when it broke. */
  readonly unsaved: readonly Change[];
  /** Paths of drafts and exports that were written. */
  readonly written: readonly string[];
  readonly state: State;
}

/** Frames a second at most: more than an eye follows, so that a key is not kept waiting. */
const MOST_FRAMES = 60;

export async function openSimulator(options: SimulatorOptions): Promise<Ending> {
  const { stdin, stdout } = options;
  const first = begin({ ...options.start, size: sizeOf(stdout) });
  const store = storeOf<State>(first.state);
  const written: string[] = [];
  const loads = new Map<number, Request & { kind: 'load' }>();
  const { promise: over, resolve: end } = Promise.withResolvers<Error | null>();
  /** What is asked before the thread is there. */
  const early: Request[] = [...first.requests];
  let thread: SessionThread | null = null;

  const send = (request: Request) => {
    if (request.kind === 'load') loads.set(request.request, request);
    if (thread) thread.send(request);
    else early.push(request);
  };
  const follow = ({ state, requests }: Step) => {
    store.set(state);
    requests.forEach(send);
    if (state.quitting) end(null);
  };
  const dispatch = (event: Event) => follow(reduce(store.get(), event));
  const hear = (reply: Reply) => {
    if (reply.kind === 'loaded') {
      const load = loads.get(reply.request);
      if (load) options.onLoaded?.(load.policies, load.population);
    }
    if (reply.kind === 'saved') options.onSaved?.(reply.path);
    if (reply.kind === 'saved' || reply.kind === 'exported') written.push(reply.path);
    dispatch({ kind: 'reply', reply });
  };

  const instance = render(<Simulator store={store} dispatch={dispatch} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
    maxFps: MOST_FRAMES,
  });
  const resized = () => dispatch({ kind: 'resize', size: sizeOf(stdout) });
  stdout.on('resize', resized);
  const left = () => end(null);
  stdin.once('end', left);
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  // What goes wrong while a frame is drawn ends Ink by itself.
  instance.waitUntilExit().catch(end);
  const restore = async () => {
    instance.unmount();
    await briefly(instance.waitUntilExit());
    stdin.setRawMode(false);
  };
  const unsignal = onSignals(restore);
  try {
    // The first frame does not wait for the thread to start.
    await instance.waitUntilRenderFlush();
    thread = (options.thread ?? startThread)(hear, end);
    early.splice(0).forEach(send);
  } catch (thrown) {
    end(thrown as Error);
  }

  const error = await over;
  unsignal();
  stdout.off('resize', resized);
  stdin.off('end', left);
  await restore();
  process.off('uncaughtException', end);
  process.off('unhandledRejection', end);
  await thread?.stop();
  const state = store.get();
  const unsaved = error !== null && hasUnsaved(state) ? state.changes.present : [];
  return { error, unsaved, written, state };
}

const sizeOf = ({ columns, rows }: NodeJS.WriteStream) => ({ columns: columns || 80, rows: rows || 24 });

function Simulator(props: {
  readonly store: Store<State>;
  readonly dispatch: (event: Event) => void;
}): ReactElement {
  const { store, dispatch } = props;
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { suspendTerminal } = useApp();
  const isAway = useRef(false);
  const handOver = useCallback(
    async (meanwhile: () => Promise<void>) => {
      if (isAway.current) return;
      isAway.current = true;
      await suspendTerminal(meanwhile).finally(() => {
        isAway.current = false;
      });
    },
    [suspendTerminal],
  );
  useEffect(() => {
    if (process.platform === 'win32') return undefined;
    // Stopped and continued by others: nobody knows what is on the screen now.
    const redraw = () => void handOver(async () => undefined);
    process.on('SIGCONT', redraw);
    return () => void process.off('SIGCONT', redraw);
  }, [handOver]);
  useInput((input, key) => {
    if (isSuspend(input, key)) void handOver(stopHere);
    else for (const each of keysOf(input, key)) dispatch({ kind: 'key', key: each });
  });
  usePaste(text => dispatch({ kind: 'key', key: pasteOf(text) }));
  return <Screen state={state} />;
}
