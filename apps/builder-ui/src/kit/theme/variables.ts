import type { CSSVariablesResolver } from '@mantine/core';

/** What a color of Mantine's is here: ground, text on it, filled, and filled when pointed at. */
const roles = {
  cueline: ['accent-soft', 'accent-text', 'accent', 'accent-hover'],
  gray: ['end-tile', 'text2', 'end', 'end'],
  green: ['ok-soft', 'ok', 'ok', 'ok'],
  yellow: ['warn-soft', 'warn', 'warn', 'warn'],
  red: ['bad-soft', 'bad', 'bad-fill', 'bad-fill-hover'],
} as const;

const token = (name: string) => `var(--cl-${name})`;

function colors(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([name, [ground, text, filled, hover]]) => [
      [`--mantine-color-${name}-light`, token(ground)],
      [`--mantine-color-${name}-light-hover`, `color-mix(in srgb, ${token(text)} 8%, ${token(ground)})`],
      [`--mantine-color-${name}-light-color`, token(text)],
      [`--mantine-color-${name}-text`, token(text)],
      [`--mantine-color-${name}-outline`, token(text)],
      [`--mantine-color-${name}-outline-hover`, token(ground)],
      [`--mantine-color-${name}-filled`, token(filled)],
      [`--mantine-color-${name}-filled-hover`, token(hover)],
    ]),
  );
}

const tokens = {
  ...colors(),
  '--mantine-primary-color-filled': token('accent'),
  '--mantine-primary-color-filled-hover': token('accent-hover'),
  '--mantine-primary-color-light': token('accent-soft'),
  '--mantine-primary-color-light-color': token('accent-text'),
  '--mantine-color-body': token('surface'),
  '--mantine-color-text': token('text'),
  '--mantine-color-bright': token('text'),
  '--mantine-color-dimmed': token('text3'),
  '--mantine-color-placeholder': token('text3'),
  '--mantine-color-anchor': token('accent-text'),
  '--mantine-color-error': token('bad'),
  '--mantine-color-success': token('ok'),
  '--mantine-color-default': token('surface'),
  '--mantine-color-default-color': token('text'),
  '--mantine-color-default-hover': token('bg'),
  '--mantine-color-default-border': token('border'),
  '--mantine-color-disabled': token('sunken'),
  '--mantine-color-disabled-color': token('text3'),
  '--mantine-color-disabled-border': token('border'),
  '--mantine-color-menu-item-hover': token('accent-soft'),
};

/** Mantine's variables by our tokens; those are written for both schemes (theme.css). */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
