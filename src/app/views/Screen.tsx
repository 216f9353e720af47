/** The whole frame: title, tabs, the screen, a line for messages and one for keys. */
import { Box, Text } from 'ink';
import { memo, type ReactElement } from 'react';
import type { Size, State } from '../state/state.ts';
import { bodyOf, isTooSmall } from '../state/window.ts';
import { frameWords } from '../words/frame.ts';
import { say } from '../words.ts';
import { bodyLines } from './body.ts';
import { keysLine, messageLine } from './bottom.ts';
import { Loading } from './Loading.tsx';
import { shortened } from './layout/cells.ts';
import { filled, fitLine, type Line, painted } from './layout/line.ts';
import { tabLine, titleLine } from './top.ts';

/** A line that is the same as before is not drawn again. */
const Row = memo(function Row({ words }: { readonly words: string }): ReactElement {
  return <Text wrap="truncate-end">{words === '' ? ' ' : words}</Text>;
});

/** So many lines, each of them at most as wide as the area. */
function Rows(props: {
  readonly lines: readonly Line[];
  readonly area: Size;
  readonly colour: boolean;
}): ReactElement[] {
  const { lines, area, colour } = props;
  return filled(lines, area.rows).map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
    <Row key={at} words={painted(fitLine(line, area.columns), colour)} />
  ));
}

export function Screen({ state }: { readonly state: State }): ReactElement {
  const { size, colour } = state;
  if (isTooSmall(size)) return <TooSmall state={state} />;
  const area = bodyOf(size);
  const line = { columns: size.columns, rows: 1 };
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Rows lines={[titleLine(state), tabLine(state)]} area={{ ...line, rows: 2 }} colour={colour} />
      {state.loading && !state.dialog ? (
        <Loading state={state} area={area} />
      ) : (
        <Rows lines={bodyLines(state, area)} area={area} colour={colour} />
      )}
      <Rows lines={[messageLine(state), keysLine(state)]} area={{ ...line, rows: 2 }} colour={colour} />
    </Box>
  );
}

function TooSmall({ state: { size, lang } }: { readonly state: State }): ReactElement {
  const whole = say(frameWords.tooSmall, lang);
  const words = [whole, say(frameWords.tooSmallShort, lang)].find(
    each => shortened(each, size.columns) === each,
  );
  return <Row words={words ?? shortened(whole, size.columns)} />;
}
