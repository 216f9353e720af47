import { readFileSync } from 'node:fs';
import { shipped } from './root.ts';

export function version(): string {
  return (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { version: string }).version;
}
