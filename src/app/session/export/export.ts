/** The current view as a file. */
import { resolve } from 'node:path';
import type { Reply, Request } from '../../protocol.ts';
import type { Live, World } from '../world.ts';
import { writeWhole } from '../write-whole.ts';
import { textOf } from './sheet.ts';
import { sheetOf } from './sheets.ts';

export function exportView(world: World, live: Live, request: Request & { kind: 'export' }): Reply {
  const { view, format, lang, replace = false } = request;
  const path = resolve(request.path);
  const sheet = sheetOf(world, live, view, lang);
  let rows = 0;
  const text = textOf(sheet, format, () => {
    rows++;
  });
  writeWhole(path, text, replace);
  return { kind: 'exported', request: request.request, path, rows };
}
