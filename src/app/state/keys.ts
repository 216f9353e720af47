/** Which key means what at the moment. */
import { type ActionOf, type Binding, type Context, keyTables } from './key-tables.ts';
import type { Key, State } from './state.ts';

/** Keys of Chinese input methods that stand for the same. */
const SAME: Readonly<Record<string, string>> = {
  '、': '/',
  '》': '>',
  '《': '<',
  '【': '[',
  '】': ']',
  '。': '.',
};

/** `up`, `shift-left`, `ctrl-r`, `space`, or the character itself. */
export function keyName({ name, text, ctrl, shift }: Key): string {
  if (name !== 'char') return shift ? `shift-${name}` : name;
  if (text === ' ' || text === '\u3000') return 'space';
  const character = SAME[text] ?? text.normalize('NFKC');
  return ctrl ? `ctrl-${character.toLowerCase()}` : character;
}

/** The key of a name, for tests and scripts. */
export function keyOf(name: string): Key {
  if (name === 'space') return { name: 'char', text: ' ', ctrl: false, shift: false };
  if (name.startsWith('ctrl-')) return { name: 'char', text: name.slice(5), ctrl: true, shift: false };
  const shift = name.startsWith('shift-');
  const bare = shift ? name.slice(6) : name;
  if (named.has(bare)) return { name: bare as Key['name'], text: '', ctrl: false, shift };
  return { name: 'char', text: name, ctrl: false, shift: false };
}

const SIGNS = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  backspace: 'Backspace',
  delete: 'Del',
  'page-up': 'PgUp',
  'page-down': 'PgDn',
  home: 'Home',
  end: 'End',
} as const satisfies Partial<Record<Key['name'], string>>;

const named: ReadonlySet<string> = new Set(Object.keys(SIGNS));

/** How a key is shown to the reader: `↑`, `Shift-←`, `Ctrl-R`. */
export function keySign(name: string, lang: 'zh' | 'en'): string {
  if (name === 'space') return lang === 'zh' ? '空格' : 'Space';
  if (name.startsWith('ctrl-')) return `Ctrl-${name.slice(5).toUpperCase()}`;
  if (name.startsWith('shift-')) return `Shift-${keySign(name.slice(6), lang)}`;
  return Object.hasOwn(SIGNS, name) ? SIGNS[name as keyof typeof SIGNS] : name;
}

/** What takes the keys: what lies on top. */
export function contextOf(state: State): Context {
  const { dialog } = state;
  if (dialog) {
    switch (dialog.kind) {
      case 'help':
        return 'help';
      case 'save':
        return dialog.overwrite ? 'asking' : 'typing';
      case 'export':
        return dialog.overwrite ? 'asking' : 'export-path';
      case 'figure':
      case 'side':
        return 'picking';
      default:
        return 'asking';
    }
  }
  return contextBelow(state);
}

/** The same without regard to dialogs: what the help is about. */
export function contextBelow(state: State): Context {
  if (state.loading) return 'loading';
  const { parameters, households, household, villages } = state;
  switch (state.screen) {
    case 'start':
      return `start-${state.start.step}`;
    case 'parameters':
      return parameters.editing ? 'typing' : 'parameters';
    case 'households':
      if (households.editing) return 'typing';
      if (households.menu) return households.menu.kind === 'filter' ? 'filters' : 'picking';
      return 'households';
    case 'household':
      return household?.editing ? 'typing' : 'household';
    case 'villages':
      return villages.menu ? 'picking' : 'villages';
    default:
      return state.screen;
  }
}

const tables = new Map<Context, readonly Binding[]>();

/** Keys of a context. Of two bindings of one key the first counts, and the other one does not list it. */
export function bindingsOf(context: Context): readonly Binding[] {
  const known = tables.get(context);
  if (known) return known;
  const taken = new Set<string>();
  const bindings = (keyTables[context] as readonly Binding[]).flatMap(binding => {
    const keys = binding.keys.filter(key => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys.length === 0 ? [] : [{ ...binding, keys }];
  });
  tables.set(context, bindings);
  return bindings;
}

/** What a key does; null: nothing here. */
export function actionOf<C extends Context>(context: C, key: Key): ActionOf<C> | null {
  const name = keyName(key);
  const found = bindingsOf(context).find(({ keys }) => keys.includes(name));
  return found ? (found.action as ActionOf<C>) : null;
}

/** Those of the line at the bottom, what matters most first. */
export function keyLine(state: State): readonly Binding[] {
  return bindingsOf(contextOf(state))
    .filter(({ line }) => line !== undefined)
    .sort((one, other) => one.line! - other.line!);
}
