/** Bugs that the columnar allocation might have, planted into a copy of its source. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Bug {
  readonly name: string;
  /** Within `src/engine/allocation`. */
  readonly file: string;
  readonly text: string;
  readonly into: string;
}

const bug = (name: string, file: string, text: string, into: string): Bug => ({ name, file, text, into });

const order = 'columnar/order.ts';
const standing = 'columnar/standing.ts';
const serve = 'columnar/serve.ts';
const quota = 'columnar/quota.ts';
const fund = 'columnar/fund.ts';
const key = 'columnar/key.ts';
const seats = 'reference/seats.ts';
const shares = 'reference/shares.ts';

export const bugs: readonly Bug[] = [
  bug('the last key counts most', order, 'stepsOf(rows, keys).reverse()', 'stepsOf(rows, keys)'),
  bug('a tie key ignored', standing, '    keys.map((each, k)', '    keys.slice(0, 1).map((each, k)'),
  bug('the order of a key ignored', standing, "rank[k]!.order === 'descending'", 'false'),
  bug(
    'ids the other way round',
    standing,
    'byId === null ? i : byId[i]!',
    'byId === null ? flags.length - 1 - i : byId[flags.length - 1 - i]!',
  ),
  bug('rows in place of ids', standing, 'byId === null ? i : byId[i]!', 'i'),
  bug(
    'members by their own ids alone',
    'places.ts',
    'chain.slice(0, 1 + Math.max(0, chain.indexOf(entity), chain.indexOf(UNIT)))',
    'chain.slice(0, 1)',
  ),
  bug('what does not apply comes first', key, 'return size - 1;', 'return -0;'),
  bug(
    'fractions of quotients lost',
    key,
    'Math.floor((values[row]! * scale) / dens[row]!)',
    'Math.floor(values[row]! / dens[row]!)',
  ),
  bug('a key that is not exact counts', standing, 'if (gaps[k]![at] === 0) is = false;', ''),
  bug(
    'a claim that is perhaps stands in the order',
    quota,
    'claims, OWED.yes',
    'claims.map(Math.sign), OWED.yes',
  ),
  bug('nobody contests', quota, 'place[contesting[i]!] = PLACE.contesting', 'void 0'),
  bug('ends where it should skip', serve, 'if (skip) continue;', ''),
  bug('skips where it should end', serve, '      break;\n', '      continue;\n'),
  bug('what is left is lost', serve, 'quota.passesUp && around !== null', 'false'),
  bug('what should stay vacant is passed up', serve, 'quota.passesUp && around', 'around'),
  bug('one seat each', serve, 'by === null ? parts : by[queue[i]!]!', 'parts'),
  bug('seats that fit exactly refused', serve, 'wanted > free', 'wanted >= free'),
  bug('served once more further out', serve, 'if (servedIn[waiting[i]!]! < 0) left', 'left'),
  bug(
    'those served are no contenders',
    serve,
    'tally.contenders[at] = queue.length',
    'tally.contenders[at] = queue.length - served',
  ),
  bug(
    'the first one served for the last',
    serve,
    'tally.last[at] = queue[i]!;',
    'if (served === 0) tally.last[at] = queue[i]!;',
  ),
  bug('the owner for the area around it', 'columnar/areas.ts', 'if (at >= 0) at = second[at]!;', ''),
  bug(
    'seats rounded up',
    seats,
    'const seats = floor(figure);',
    'const seats = floor(figure) + (typeof figure === "bigint" ? 0n : 1n);',
  ),
  bug('seats below 0', seats, 'return seats < 0n ? 0n : seats;', 'return seats;'),
  bug('minimums that meet the total are too many', seats, 'total! < needed', 'total! <= needed'),
  bug('the further pool for all', seats, 'total > needed ? total - needed : 0n', 'total'),
  bug('the smallest remainder', shares, 'compare(b.rest, a.rest)', 'compare(a.rest, b.rest)'),
  bug('remainders: the smaller weight', shares, 'compare(b.weight, a.weight)', 'compare(a.weight, b.weight)'),
  bug(
    'remainders: ids the other way round',
    shares,
    'a.heir.id < b.heir.id ? -1 : a.heir.id > b.heir.id ? 1 : a.heir.row - b.heir.row',
    'b.heir.row - a.heir.row',
  ),
  bug('remainders kept', shares, 'lucky.has(quota) ? 1n : 0n', '0n'),
  bug('a negative weight counts', shares, 'sign(weight) < 0', 'false'),
  bug(
    'a fund pays all or nothing',
    fund,
    'wanted <= remaining ? wanted : remaining',
    'wanted <= remaining ? wanted : 0',
  ),
  bug('a fund pays without end', fund, 'remaining -= given;', ''),
  bug('months for a year', fund, 'left.low[row]! * times', 'left.low[row]!'),
  bug('a fund pays claims that are open', fund, 'open[row] === 0 && high', 'high'),
  bug('a fund at the low end only', fund, 'ranged ? handOut', 'false ? handOut'),
  bug('members claim as one', 'left.ts', 'claiming[household]!++;', 'claiming[household] = 1;'),
  bug('shares of a claim rounded up', 'left.ts', 'Math.floor(product / whole)', 'Math.ceil(product / whole)'),
  bug(
    'who contests was not served',
    'columnar/own.ts',
    'if (place[row] === PLACE.contesting) decided = false;\n    else tri',
    'tri',
  ),
  bug(
    'benefits as claimed, not as left',
    'columnar/own.ts',
    'const { low, high } = leftOf(policy, population, results, index, settled);',
    'const { low, high } = results.benefits[index]!;',
  ),
];

type Allocate = typeof import('../../../src/engine/allocation/columnar.ts').allocateColumns;

const home = fileURLToPath(new URL('../../../src/engine/allocation', import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));

/** What a copied file imports from elsewhere it goes on importing from there. */
function anchor(copy: string, name: string): void {
  const path = join(copy, name);
  const source = readFileSync(path, 'utf8').replace(/from '(\.[^']+)'/g, (said, target: string) => {
    const meant = resolve(home, dirname(name), target);
    return meant.startsWith(home + sep) ? said : `from '${meant}'`;
  });
  writeFileSync(path, source);
}

/** The columnar allocation with a bug in it. Throws where the source has no such place. */
export async function planted({ file, text, into }: Bug): Promise<Allocate> {
  const copy = mkdtempSync(join(tmpdir(), 'mingbai-bug-'));
  try {
    cpSync(home, copy, { recursive: true });
    const source = readFileSync(join(copy, file), 'utf8');
    if (!source.includes(text)) throw new Error(`no place in ${file} for: ${text}`);
    writeFileSync(join(copy, file), source.replace(text, into));
    for (const name of sources(copy)) anchor(copy, name);
    const made = await import(/* @vite-ignore */ pathToFileURL(join(copy, 'columnar.ts')).href);
    return made.allocateColumns;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
