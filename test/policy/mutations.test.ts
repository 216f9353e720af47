/** Random damage to the shipped policies: nothing crashes, and what is said points at the damaged line. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isError } from '../../src/language/diagnostic.ts';
import { diskReader } from '../../src/policy/file.ts';
import { loadPolicy } from '../../src/policy/load.ts';

const files = [
  'policies/county-four-cards/policy.yaml',
  'policies/county-four-cards/policy.en.yaml',
  'policies/lancang-five-cards/policy.yaml',
];
const rounds = 240;
const seed = Number(process.env['MUTATION_SEED'] ?? 20200318);

/** Mulberry32: the same numbers for the same seed. */
function random(start: number): (below: number) => number {
  let state = start >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/** Words, figures, signs; comments and blanks are no tokens. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (!/^\s*#/.test(line))
      for (const found of line.matchAll(/[A-Za-z_][\w-]*|\d+(?:\.\d+)?|[\u3400-\u9fff]+|[^\s\w]/gu))
        tokens.push({ text: found[0], start: at + found.index });
    at += line.length + 1;
  }
  return tokens;
}

interface Mutation {
  readonly what: string;
  readonly text: string;
  readonly line: number;
}

function mutate(text: string, tokens: readonly Token[], pick: (below: number) => number): Mutation {
  const token = tokens[pick(tokens.length)] as Token;
  const end = token.start + token.text.length;
  const before = text.slice(0, token.start);
  const line = before.split('\n').length;
  const other = (tokens[pick(tokens.length)] as Token).text;
  const half = Math.ceil(token.text.length / 2);
  const changes = [
    ['drop', ''],
    ['double', token.text + token.text],
    ['replace', other],
    ['insert', `${token.text} ${other}`],
    ['cut', token.text.slice(0, half)],
    ['swap', [...token.text].reverse().join('')],
  ] as const;
  const [what, put] = changes[pick(changes.length)] as (typeof changes)[number];
  return { what: `${what} ${token.text} → ${put}`, text: before + put + text.slice(end), line };
}

test(`${rounds} mutations of the shipped policies, seed ${seed}`, () => {
  const pick = random(seed);
  const sources = files.map(file => ({ file, text: readFileSync(file, 'utf8') }));
  const parsed = sources.map(({ text }) => tokensOf(text));
  let wrong = 0;
  let onLine = 0;
  let errors = 0;
  let errorsOnLine = 0;
  const away: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const k = round % files.length;
    const { file, text } = sources[k] as (typeof sources)[number];
    const mutation = mutate(text, parsed[k] as Token[], pick);
    const reader = {
      ...diskReader,
      read: (path: string, most: number) =>
        path.endsWith(file) ? new TextEncoder().encode(mutation.text) : diskReader.read(path, most),
    };
    const loaded = loadPolicy(file, { read: reader });
    const found = loaded.diagnostics.filter(isError);
    const lines = found.map(({ span }) => mutation.text.slice(0, span?.start ?? 0).split('\n').length);
    errors += found.length;
    errorsOnLine += lines.filter(line => line === mutation.line).length;
    if (found.length === 0) continue;
    wrong++;
    if (lines.includes(mutation.line)) onLine++;
    if (lines.some(line => line !== mutation.line))
      away.push(
        `${file}:${mutation.line} ${mutation.what}: ${found.map((one, n) => `${one.code}@${lines[n]}`)}`,
      );
  }
  const share = onLine / wrong;
  expect(wrong).toBeGreaterThan(rounds / 3);
  expect(share, `${onLine} of ${wrong}\n${away.join('\n')}`).toBeGreaterThan(0.9);
  expect(errorsOnLine / errors, `${errorsOnLine} of ${errors} errors\n${away.join('\n')}`).toBeGreaterThan(
    0.9,
  );
}, 120_000);
