/** The session driven directly: requests in, replies out, no thread. */
import { join, resolve } from 'node:path';
import type { Figures, PopulationChoice, Reply, Request } from '../../../src/app/protocol.ts';
import { createSession, type Session } from '../../../src/app/session/session.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const plan = join(root, 'policies/county-four-cards');
export const amendment = join(plan, 'drafts/line-6000');
export const smallCounty: PopulationChoice = { kind: 'folder', path: join(root, 'examples/small-county') };

/** A request without its number. */
export type Asked<K extends Request['kind']> = Omit<Request & { kind: K }, 'kind' | 'request'>;

export interface Driven {
  readonly session: Session;
  /** Everything that came back, in order. */
  readonly replies: Reply[];
  /** Hands in a request; its number. */
  readonly send: <K extends Request['kind']>(kind: K, asked: Asked<K>) => number;
  /** The last reply to a request of its own, which must not be a failure. */
  readonly ask: <K extends Request['kind']>(kind: K, asked: Asked<K>) => Promise<ReplyTo<K>>;
  /** The failure that a request comes to. */
  readonly fail: <K extends Request['kind']>(kind: K, asked: Asked<K>) => Promise<Reply & { kind: 'failed' }>;
}

interface ReplyKinds {
  load: 'loaded';
  run: 'figures';
  sweep: 'curve';
  page: 'page';
  open: 'detail';
  villages: 'villages';
  village: 'village';
  save: 'saved';
  export: 'exported';
}
export type ReplyTo<K extends Request['kind']> = Reply & { kind: ReplyKinds[K] };

export function drive(): Driven {
  const replies: Reply[] = [];
  const session = createSession({ post: reply => replies.push(structuredClone(reply)), now: () => 0 });
  let last = 0;
  function send<K extends Request['kind']>(kind: K, asked: Asked<K>): number {
    session.handle({ kind, request: ++last, ...asked } as unknown as Request);
    return last;
  }
  async function settle<K extends Request['kind']>(kind: K, asked: Asked<K>): Promise<Reply> {
    const number = send(kind, asked);
    await session.idle();
    const found = replies.findLast(reply => reply.request === number && reply.kind !== 'progress');
    if (!found) throw new Error(`nothing came back for ${kind}`);
    return found;
  }
  return {
    session,
    replies,
    send,
    async ask(kind, asked) {
      const found = await settle(kind, asked);
      if (found.kind === 'failed') throw new Error(found.texts.map(({ en }) => en).join('\n'));
      return found as ReplyTo<typeof kind>;
    },
    async fail(kind, asked) {
      const found = await settle(kind, asked);
      if (found.kind !== 'failed') throw new Error(`${kind} did not fail`);
      return found;
    },
  };
}

/** A session with the four-card plan, its amendment, and the small county. */
export async function loaded(population: PopulationChoice = smallCounty): Promise<Driven> {
  const driven = drive();
  await driven.ask('load', { policies: [plan, amendment], population, on: null });
  return driven;
}

export async function figures(driven: Driven, asked: Partial<Asked<'run'>> = {}): Promise<Figures> {
  return (await driven.ask('run', { b: 1, changes: [], ...asked })).figures;
}
