/** The published schemas: what editors use is what the program checks. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { casesSchema, scenarioSchema } from '../../src/policy/schema/cases.ts';
import { clausesSchema } from '../../src/policy/schema/clauses.ts';
import { policySchema } from '../../src/policy/schema/policy.ts';
import { vocabularySchema } from '../../src/policy/schema/vocabulary.ts';

const schemas = {
  policy: policySchema,
  vocabulary: vocabularySchema,
  cases: casesSchema,
  scenario: scenarioSchema,
  clauses: clausesSchema,
};
const published = (name: string) => JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8'));

test.each(Object.entries(schemas))(
  'schema/%s.schema.json is what build/validators.ts writes',
  (name, schema) => {
    expect(published(name)).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test.each([...globSync('policies/**/*.yaml'), ...globSync('examples/scenarios/*.yaml')])(
  '%s names its schema for editors',
  file => {
    const [, schema = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    const kind =
      ['vocabulary', 'population', 'scenario', 'cases', 'clauses'].find(one => file.includes(one)) ??
      'policy';
    expect(join(dirname(file), schema)).toBe(`schema/${kind}.schema.json`);
  },
);

describe('as an editor would check', () => {
  const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
  const check = (name: string) => {
    const validate =
      ajv.getSchema(`https://mingbai.example/schema/${name}.schema.json`) ?? ajv.compile(published(name));
    return (data: unknown) =>
      validate(data) ? [] : (validate.errors ?? []).map(one => `${one.instancePath} ${one.message}`);
  };

  test.each([
    ['policy', 'policies/county-four-cards/policy.yaml'],
    ['policy', 'policies/county-four-cards/drafts/line-6000/policy.yaml'],
    ['policy', 'policies/lancang-five-cards/policy.yaml'],
    ['vocabulary', 'policies/vocabulary/rural-household.yaml'],
    ['cases', 'policies/county-four-cards/cases.yaml'],
    ['cases', 'policies/lancang-five-cards/cases.yaml'],
    ['clauses', 'policies/county-four-cards/clauses.yaml'],
    ['clauses', 'policies/lancang-five-cards/clauses.yaml'],
  ])('%s %s', (name, file) => {
    expect(check(name)(parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('both languages, mixed', () => {
    const policy = check('policy');
    expect(
      policy({
        policy: 'x',
        卡类: { red: { when: 'a', 含义: 'poor' } },
        benefits: { b: { 金额: 5, per: '年' } },
      }),
    ).toEqual([]);
    expect(policy({ policy: 'x', 卡类: { red: { wenn: 'a' } } })).not.toEqual([]);
    expect(policy({ policy: 'x', cards: [] })).not.toEqual([]);
  });
});
