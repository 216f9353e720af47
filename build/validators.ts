/**
 * Writes the JSON Schemas that editors use into `schema/`, and compiles them into validators that need no library at
 * run time (`src/policy/generated/`, not under version control).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { casesSchema, scenarioSchema } from '../src/policy/schema/cases.ts';
import { clausesSchema } from '../src/policy/schema/clauses.ts';
import { policySchema } from '../src/policy/schema/policy.ts';
import { populationSchema } from '../src/policy/schema/population.ts';
import { vocabularySchema } from '../src/policy/schema/vocabulary.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemas = {
  policy: policySchema,
  vocabulary: vocabularySchema,
  cases: casesSchema,
  scenario: scenarioSchema,
  population: populationSchema,
  clauses: clausesSchema,
};
const declaration = `/** Compiled from the schemas by build/validators.ts. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema: { readonly properties?: Readonly<Record<string, unknown>> };
}
export declare const validate: ((data: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null };
`;

/** Leaves a file alone that already holds the text, so that nothing watching it stirs. */
async function write(file: string, text: string): Promise<void> {
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old !== text) await writeFile(file, text);
}

/** Bundlers and Node take the helpers of ajv from its files as modules, not by `require`. */
function asModule(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replace(/require\("([^"]+)"\)/g, (_, id: string) => {
    if (!imports.has(id)) imports.set(id, `helper${imports.size}`);
    return imports.get(id) as string;
  });
  const head = [...imports].map(
    ([id, name]) => `import ${name} from '${id.endsWith('.js') ? id : `${id}.js`}';\n`,
  );
  return `${head.join('')}${body}`;
}

const generated = join(root, 'src/policy/generated');
await mkdir(generated, { recursive: true });
await mkdir(join(root, 'schema'), { recursive: true });
const makeStandalone =
  (standalone as unknown as { default: typeof standalone.default }).default ?? standalone;
for (const [name, schema] of Object.entries(schemas)) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    // Errors carry the schema that was not met: its properties are the known keys.
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = makeStandalone(ajv, ajv.compile(schema));
  await write(join(generated, `${name}.js`), asModule(code));
  await write(join(generated, `${name}.d.ts`), declaration);
  await write(join(root, `schema/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
