/**
 * Bundles `src/cli/main.ts` into `dist/`: one flat folder of ESM chunks, so that a command loads only what it needs,
 * with `dist/mingbai.js` before them, which every Node that knows ESM can read.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const src = join(root, 'src');

/** `new URL('./x.ts', import.meta.url)`: how the code names the file of a worker thread. */
const workerUrl = /new URL\(\s*'(\.[^']+)\.ts',\s*import\.meta\.url\s*\)/g;

/** Points the worker files that a module names at their bundles, which lie beside its own chunk. */
const workers: Plugin = {
  name: 'workers',
  setup(bundler) {
    bundler.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (!path.startsWith(src)) return undefined;
      const text = await readFile(path, 'utf8');
      if (!workerUrl.test(text)) return undefined;
      const contents = text.replace(
        workerUrl,
        (_, file: string) => `new URL('./${basename(file)}.js', import.meta.url)`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

async function workerFiles(): Promise<string[]> {
  const found = new Set<string>();
  for (const name of await readdir(src, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(src, name);
    for (const [, worker] of (await readFile(file, 'utf8')).matchAll(workerUrl))
      found.add(resolve(dirname(file), `${worker}.ts`));
  }
  return [...found].sort();
}

const workerEntries = await workerFiles();
const names = ['main', ...workerEntries.map(file => basename(file, '.ts'))];
if (new Set(names).size < names.length) throw new Error(`two worker files of one name: ${names.join(', ')}`);

const result = await build({
  entryPoints: [join(src, 'cli/main.ts'), ...workerEntries],
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
  external: ['@duckdb/*', 'react-devtools-core'],
  // React as it is for users: without the checks for those who write with it.
  define: { 'process.env.NODE_ENV': '"production"' },
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [workers],
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
