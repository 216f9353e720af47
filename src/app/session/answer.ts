/** Each kind of request, answered. */
import type { Words } from '../../language/label.ts';
import type { Reply, Request } from '../protocol.ts';
import { exportView } from './export/export.ts';
import { fault } from './fault.ts';
import { loadWorld } from './load.ts';
import { detailOf } from './open.ts';
import { pageOf } from './page.ts';
import type { Progress } from './rows.ts';
import { dropSide, runLive } from './run.ts';
import { saveDraft } from './save.ts';
import { villageOf } from './village.ts';
import { villagesOf } from './villages.ts';
import type { Live, World } from './world.ts';

/** What the session remembers from request to request. */
export interface Memory {
  world: World | null;
  /** The latest run. */
  live: Live | null;
}

export interface Means {
  readonly post: (reply: Reply) => void;
  readonly now: () => number;
  /** Ends the work where something newer has come in. */
  readonly check: () => void;
}

type Answerable = Exclude<Request, { kind: 'sweep' }>;

export async function answer(memory: Memory, request: Answerable, means: Means): Promise<void> {
  switch (request.kind) {
    case 'load':
      return load(memory, request, means);
    case 'run':
      return run(memory, request, means);
    case 'page':
      return means.post(pageOf(worldOf(memory), liveOf(memory), request, progress(request.request, means)));
    case 'open':
      return means.post({
        kind: 'detail',
        request: request.request,
        run: liveOf(memory).run,
        detail: detailOf(worldOf(memory), liveOf(memory), request),
      });
    case 'villages':
      return means.post(villagesOf(worldOf(memory), liveOf(memory), request));
    case 'village':
      return means.post({
        kind: 'village',
        request: request.request,
        run: liveOf(memory).run,
        village: villageOf(worldOf(memory), liveOf(memory), request),
      });
    case 'save':
      return means.post(saveDraft(worldOf(memory), request));
    case 'export':
      return means.post(exportView(worldOf(memory), liveOf(memory), request));
  }
}

async function load(
  memory: Memory,
  request: Request & { kind: 'load' },
  { post, check }: Means,
): Promise<void> {
  let told: Words | null = null;
  let last = 0;
  const world = await loadWorld(request, (doing, share) => {
    check();
    // What is done changes, or it goes on visibly: each telling costs a frame.
    if (doing === told && share !== null && share < last + VISIBLE && share < 1) return;
    told = doing;
    last = share ?? 0;
    post({ kind: 'progress', request: request.request, doing, share });
  });
  memory.world = world;
  memory.live = null;
  const { policies, info } = world;
  post({
    kind: 'loaded',
    request: request.request,
    policies: policies.map(each => each.info),
    population: info,
  });
}

export function worldOf({ world }: Memory): World {
  if (!world) throw fault('session-not-loaded');
  return world;
}

export function liveOf({ live }: Memory): Live {
  if (!live) throw fault('session-not-loaded');
  return live;
}

const deciding = { zh: '逐户判定', en: 'Deciding household by household' };

function run(memory: Memory, request: Request & { kind: 'run' }, means: Means): void {
  const live = runLive(worldOf(memory), request, means.now, progress(request.request, means));
  const shown = memory.live;
  memory.live = live;
  if (shown !== null) dropSide(worldOf(memory), shown.sides[1]);
  means.post({ kind: 'figures', request: request.request, figures: live.figures });
}

/** Tells of long work now and then, and looks whether it is still wanted. */
function progress(request: number, { post, now, check }: Means): Progress {
  let told = now();
  return (done, rows) => {
    if (now() - told < TELL_EVERY) return;
    told = now();
    check();
    post({ kind: 'progress', request, doing: deciding, share: rows === 0 ? null : done / rows });
  };
}

/** A bar of thirty cells moves by one. */
const VISIBLE = 1 / 30;

/** Milliseconds; what is done sooner needs no telling. */
const TELL_EVERY = 150;
