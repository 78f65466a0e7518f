import {
  createTheme,
  DEFAULT_THEME,
  type AutocompleteProps,
  type BadgeProps,
  type CSSVariablesResolver,
  type DrawerProps,
  type MenuProps,
  type ModalProps,
  type MultiSelectProps,
  type SelectProps,
  type TagsInputProps,
} from '@mantine/core';

/** By their names alone: the components themselves would come along before the sign-in, which has none of them. */
const defaults = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

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
    Badge: defaults<BadgeProps>({ tt: 'none', radius: 'sm', fw: 600 }),
    // The focus goes to the first entry, not to a place without a name before it.
    Menu: defaults<MenuProps>({ withInitialFocusPlaceholder: false, menuItemTabIndex: 0 }),
    Modal: defaults<ModalProps>(dialog),
    Drawer: defaults<DrawerProps>(dialog),
    // The focus is often put into a field for an owner: that alone opens nothing. What is typed finds, Enter takes it.
    Autocomplete: defaults<AutocompleteProps>({ openOnFocus: false }),
    MultiSelect: defaults<MultiSelectProps>({ openOnFocus: false, selectFirstOptionOnChange: true }),
    Select: defaults<SelectProps>({ openOnFocus: false, selectFirstOptionOnChange: true }),
    TagsInput: defaults<TagsInputProps>({ openOnFocus: false }),
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
