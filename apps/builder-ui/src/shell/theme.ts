import {
  Autocomplete,
  Badge,
  createTheme,
  DEFAULT_THEME,
  Drawer,
  Menu,
  Modal,
  MultiSelect,
  Select,
  TagsInput,
  type CSSVariablesResolver,
} from '@mantine/core';

/** A dialog's head is no second banner of the page, and its cross has a name. */
const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'presentation' } },
};

export const theme = createTheme({
  primaryColor: 'indigo',
  defaultRadius: 'md',
  respectReducedMotion: true,
  fontFamily: 'Inter, system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '650',
    sizes: { h2: { fontSize: '1.375rem' }, h3: { fontSize: '1.125rem' }, h4: { fontSize: '1rem' } },
  },
  primaryShade: { light: 7, dark: 8 },
  components: {
    Badge: Badge.extend({ defaultProps: { tt: 'none', radius: 'sm', fw: 600 } }),
    // The focus goes to the first entry, not to a place without a name before it.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, menuItemTabIndex: 0 } }),
    Modal: Modal.extend({ defaultProps: dialog }),
    Drawer: Drawer.extend({ defaultProps: dialog }),
    // The focus is often put into a field for an owner: that alone opens nothing. What is typed finds, Enter takes it.
    Autocomplete: Autocomplete.extend({ defaultProps: { openOnFocus: false } }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { openOnFocus: false, selectFirstOptionOnChange: true },
    }),
    Select: Select.extend({ defaultProps: { openOnFocus: false, selectFirstOptionOnChange: true } }),
    TagsInput: TagsInput.extend({ defaultProps: { openOnFocus: false } }),
  },
});

const colors = Object.keys(DEFAULT_THEME.colors).filter((name) => name !== 'dark');
const onLight = (shade: number) =>
  Object.fromEntries(
    colors.map((name) => [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-${shade})`]),
  );

/** Words on tinted grounds and quiet words keep a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...onLight(9),
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-green-light-color': '#1b5e2b',
    '--mantine-color-yellow-light-color': '#8a4b00',
    '--mantine-color-orange-light-color': '#a33a00',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
  },
  dark: {
    ...onLight(1),
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
  },
});
