import type { Io } from './io.ts';
import { runCli } from './run.ts';

/** A reader that goes away (`| head`) is no mistake: stop, and say nothing. Whatever else is wrong `out` tells. */
function gone(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
}
process.stdout.on('error', gone);
process.stderr.on('error', gone);

/** Standard input as it was read the first time. */
let given: Promise<Uint8Array> | null = null;

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  out: text =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, error => (error ? reject(error) : resolve()));
    }),
  err: text => process.stderr.write(text),
  stdin: () => {
    given ??= readAll();
    return given;
  },
  terminal: {
    in: process.stdin.isTTY === true,
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
  },
};

process.exit(await runCli(process.argv.slice(2), io));
