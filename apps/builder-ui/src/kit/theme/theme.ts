import {
  createTheme,
  type AutocompleteProps,
  type BadgeProps,
  type ButtonProps,
  type DrawerProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type MultiSelectProps,
  type NotificationProps,
  type PopoverProps,
  type SelectProps,
  type TagsInputProps,
} from '@mantine/core';
import styles from './controls.module.css';

/** By their names alone: the components themselves would come along before the sign-in, which has none of them. */
const defaults = <Props>(
  defaultProps: Partial<Props>,
  classNames: Record<string, string | undefined> = {},
) => ({
  defaultProps,
  classNames: definedIn(classNames),
});
const styled = (classNames: Record<string, string | undefined>) => ({ classNames: definedIn(classNames) });
/** Specs have no style sheets. */
const definedIn = (names: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** A dialog's head is no second banner of the page. */
const dialog = { attributes: { header: { role: 'presentation' } }, radius: 'xl' } as const;
const dialogParts = {
  inner: styles['dialogInner'],
  content: styles['dialog'],
  header: styles['dialogHeader'],
  title: styles['title'],
  overlay: styles['overlay'],
};
const drawerParts = {
  content: styles['dialogHeader'],
  header: styles['dialogHeader'],
  title: styles['title'],
};
/** Where the names of controls that only have an icon come from: the language is known when the theme is made. */
interface Labels {
  readonly close: string;
}

/** Ten shades around the accent; the sixth is the accent on light pages, the seventh on dark ones (theme.css). */
const cueline: MantineColorsTuple = [
  'var(--cl-accent-soft)',
  'color-mix(in srgb, var(--cl-accent) 16%, var(--cl-surface))',
  'color-mix(in srgb, var(--cl-accent) 28%, var(--cl-surface))',
  'color-mix(in srgb, var(--cl-accent) 44%, var(--cl-surface))',
  'color-mix(in srgb, var(--cl-accent) 62%, var(--cl-surface))',
  'color-mix(in srgb, var(--cl-accent) 80%, var(--cl-surface))',
  'var(--cl-accent)',
  'var(--cl-accent)',
  'var(--cl-accent-hover)',
  'var(--cl-accent-text)',
];

/** Status colors have one text color: what Mantine takes a shade of is that. */
const only = (token: string): MantineColorsTuple => {
  const one = `var(--cl-${token})`;
  return [one, one, one, one, one, one, one, one, one, one];
};

export const themeOf = ({ close }: Labels) =>
  createTheme({
    colors: { cueline, red: only('bad'), green: only('ok'), yellow: only('warn') },
    primaryColor: 'cueline',
    primaryShade: { light: 6, dark: 7 },
    defaultRadius: 'sm',
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    respectReducedMotion: true,
    fontFamily: 'Inter, system-ui, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.375rem' },
    lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.2728' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.2728' },
        h2: { fontSize: '1.375rem', lineHeight: '1.2728' },
        h3: { fontSize: '1rem', lineHeight: '1.5' },
        h4: { fontSize: '1rem', lineHeight: '1.5' },
        h5: { fontSize: '0.875rem', lineHeight: '1.4286' },
      },
    },
    components: {
      ActionIcon: styled({ root: styles['icon'] }),
      Badge: defaults<BadgeProps>({ tt: 'none', radius: 'xl', fw: 500 }),
      Button: defaults<ButtonProps>({ size: 'sm' }, { root: styles['button'] }),
      Card: defaults({ radius: 'lg' }, { root: styles['card'] }),
      // The focus goes to the first entry, not to a place without a name before it.
      Menu: defaults<MenuProps>(
        { withInitialFocusPlaceholder: false, menuItemTabIndex: 0, radius: 'xl' },
        { dropdown: styles['popover'], item: styles['menuItem'] },
      ),
      Modal: defaults<ModalProps>(
        { ...dialog, size: 480, closeButtonProps: { 'aria-label': close } },
        dialogParts,
      ),
      Drawer: defaults<DrawerProps>({ ...dialog, closeButtonProps: { 'aria-label': close } }, drawerParts),
      Popover: defaults<PopoverProps>({ radius: 'xl' }, { dropdown: styles['popover'] }),
      Notification: defaults<NotificationProps>({ radius: 'lg' }, { root: styles['notification'] }),
      SegmentedControl: styled({ root: styles['segments'], indicator: styles['segmentIndicator'] }),
      Tabs: styled({ tab: styles['tab'] }),
      Input: styled({ wrapper: styles['wrapper'] }),
      InputWrapper: styled({
        label: styles['label'],
        description: styles['description'],
        error: styles['error'],
      }),
      // The focus is often put into a field for an owner: that alone opens nothing. What is typed finds, Enter takes it.
      Autocomplete: defaults<AutocompleteProps>({ openOnFocus: false }),
      MultiSelect: defaults<MultiSelectProps>({ openOnFocus: false, selectFirstOptionOnChange: true }),
      Select: defaults<SelectProps>({ openOnFocus: false, selectFirstOptionOnChange: true }),
      TagsInput: defaults<TagsInputProps>({ openOnFocus: false }),
    },
  });
