import { describe, expect, it } from 'vitest';
import { findCycle, type Module, readModules } from './imports.ts';

/** Each room may import itself and those before it. */
const rooms = ['language', 'policy', 'population', 'engine', 'analysis', 'report', 'app', 'cli'];
const roomOf = (name: string) => rooms.indexOf(name.split('/')[0]!);

const modules = readModules();
const names = new Set(modules.map(module => module.name));

describe('the shape of the code', () => {
  it('has every module in a room', () => {
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.filter(module => roomOf(module.name) < 0).map(module => module.name)).toEqual([]);
  });

  it('imports modules that exist', () => {
    const broken = modules.flatMap(module =>
      module.imports
        .filter(name => name.endsWith('.ts') && !names.has(name))
        .map(name => `${module.name} → ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('imports go down only', () => {
    const upward = modules.flatMap(module =>
      module.imports
        .filter(name => roomOf(name) > roomOf(module.name))
        .map(name => `${module.name} → ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle(modules)).toBeNull();
  });

  it('has no file of more than 400 lines', () => {
    expect(
      modules.filter(module => module.lines > 400).map(module => `${module.name}: ${module.lines}`),
    ).toEqual([]);
  });

  it('has no barrel: a module that only passes others on', () => {
    const barrels = modules.filter(
      module => /^export\b.*\bfrom\b/m.test(module.text) && !/^export (?!.*\bfrom\b)/m.test(module.text),
    );
    expect(barrels.map(module => module.name)).toEqual([]);
  });
});

describe('findCycle', () => {
  const module = (name: string, ...imports: string[]): Module => ({ name, imports, lines: 1, text: '' });

  it('names the modules of a cycle in order', () => {
    const knot = [module('a', 'b'), module('b', 'c', 'd'), module('c'), module('d', 'b')];
    expect(findCycle(knot)).toEqual(['b', 'd', 'b']);
  });

  it('is content with a diamond', () => {
    expect(findCycle([module('a', 'b', 'c'), module('b', 'd'), module('c', 'd'), module('d')])).toBeNull();
  });
});
