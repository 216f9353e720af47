/**
 * Bundles `src/cli/main.ts` into `dist/`: one flat folder of ESM chunks, so that a command loads only what it needs,
 * with `dist/mingbai.js` before them, which every Node that knows ESM can read.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const result = await build({
  entryPoints: [join(root, 'src/cli/main.ts')],
  outdir: dist,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Native: found in node_modules, loaded only when a Parquet file is read.
  external: ['@duckdb/*'],
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  metafile: true,
  write: false,
  logLevel: 'warning',
});
// Only now: a build that fails leaves the last one as it was.
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
for (const { path, contents } of result.outputFiles) await writeFile(path, contents);
await copyFile(join(root, 'build/mingbai.js'), join(dist, 'mingbai.js'));
await chmod(join(dist, 'mingbai.js'), 0o755);
await linkCommand(join(root, 'node_modules/.bin'));

/** Lets `npx mingbai` find the program of this clone at once, as it finds those of dependencies. */
async function linkCommand(folder: string): Promise<void> {
  if (process.platform === 'win32' || !existsSync(folder)) return;
  const link = join(folder, 'mingbai');
  await rm(link, { force: true });
  await symlink(relative(folder, join(dist, 'mingbai.js')), link);
}

if (process.argv.includes('--sizes')) {
  const sizes = Object.entries(result.metafile.outputs).sort(([, a], [, b]) => b.bytes - a.bytes);
  for (const [file, { bytes }] of sizes)
    console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KiB  ${relative(dist, resolve(file))}`);
}
