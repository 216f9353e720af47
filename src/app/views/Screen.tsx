/** The whole frame: title, tabs, the screen, a line for messages and one for keys. */
import { Box, Text } from 'ink';
import { memo, type ReactElement } from 'react';
import type { State } from '../state/state.ts';
import { bodyOf, isTooSmall } from '../state/window.ts';
import { frameWords } from '../words/frame.ts';
import { say } from '../words.ts';
import { Loading } from './Loading.tsx';
import { fitting, shortened } from './layout/cells.ts';
import { frameLines } from './lines.ts';

/** A line that is the same as before is not drawn again. */
const Row = memo(function Row({ words }: { readonly words: string }): ReactElement {
  return <Text wrap="truncate-end">{words === '' ? ' ' : words}</Text>;
});

function Rows({ lines }: { readonly lines: readonly string[] }): ReactElement[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
  return lines.map((words, at) => <Row key={at} words={words} />);
}

export function Screen({ state }: { readonly state: State }): ReactElement {
  const { size } = state;
  if (isTooSmall(size)) return <TooSmall state={state} />;
  const { above, body, below } = frameLines(state);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Rows lines={above} />
      {state.loading && !state.dialog ? <Loading state={state} area={bodyOf(size)} /> : <Rows lines={body} />}
      <Rows lines={below} />
    </Box>
  );
}

function TooSmall({ state: { size, lang } }: { readonly state: State }): ReactElement {
  const [whole, short] = [say(frameWords.tooSmall, lang), say(frameWords.tooSmallShort, lang)];
  return <Row words={fitting([whole, short], size.columns) ?? shortened(whole, size.columns)} />;
}
