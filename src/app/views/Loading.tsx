/** Policies and population are being loaded: what is being done, and how far it is. */
import { defaultTheme, extendTheme, ProgressBar, Spinner, ThemeProvider } from '@inkjs/ui';
import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import type { Size, State } from '../state/state.ts';
import { percent } from './layout/figures.ts';

/** No colours of its own: the frame is the same on every terminal. */
const quiet = extendTheme(defaultTheme, {
  components: {
    ProgressBar: { styles: { completed: () => ({}), remaining: () => ({}) } },
    Spinner: { styles: { frame: () => ({}) } },
  },
});

export function Loading({ state, area }: { readonly state: State; readonly area: Size }): ReactElement {
  const { loading, lang } = state;
  const share = loading?.share ?? null;
  const columns = Math.min(60, area.columns - 4);
  return (
    <ThemeProvider theme={quiet}>
      <Box width={area.columns} height={area.rows} alignItems="center" justifyContent="center">
        <Box flexDirection="column" width={columns}>
          <Box>
            <Spinner />
            <Text wrap="truncate-end">{` ${loading?.doing[lang] ?? ''}`}</Text>
          </Box>
          <Text> </Text>
          <Box>
            <ProgressBar value={(share ?? 0) * 100} />
            <Text>{share === null ? '    ' : percent(share, 0).padStart(5)}</Text>
          </Box>
        </Box>
      </Box>
    </ThemeProvider>
  );
}
