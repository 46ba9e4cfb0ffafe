import { createTheme, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = [
  '#eff4ff',
  '#dfe8fd',
  '#bccff9',
  '#93b1f4',
  '#6c93ec',
  '#4a77e4',
  '#2f5bd7',
  '#264cb8',
  '#203f98',
  '#1a3176',
];

/** What Mantine draws; colours of our own surfaces are in styles/tokens.css. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 6 },
  colors: { blue },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '0.9375rem' } } },
  defaultRadius: 'md',
  radius: { md: '0.4375rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Modal: { styles: { title: { fontWeight: 650, fontSize: '1rem' } } },
    Button: { defaultProps: { size: 'sm', fw: 560 } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { error: { marginBlockStart: '0.3rem' } },
    },
    Radio: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '0.8125rem' } } },
    Checkbox: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '0.8125rem' } } },
    Menu: {
      defaultProps: { shadow: 'md', returnFocus: true },
      styles: { dropdown: { borderColor: 'var(--line-strong)' } },
    },
    Popover: {
      defaultProps: { shadow: 'md', returnFocus: true },
      styles: { dropdown: { borderColor: 'var(--line-strong)' } },
    },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true }, openDelay: 250 } },
  },
});
