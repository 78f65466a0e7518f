import type { Icon } from './icon.js';
import styles from './kind-tile.module.css';

/** What a step is about, by its color; `you` and `broken` take the place of the family where something is wrong. */
export type Family = 'start' | 'client' | 'time' | 'logic' | 'studio' | 'end' | 'you' | 'broken';

interface Props {
  readonly family: Family;
  readonly icon: Icon;
  readonly size?: 32 | 26;
}

/** The icon of a kind of step; the word stands beside it. */
export const KindTile = ({ family, icon: Icon, size = 32 }: Props) => (
  <span className={styles['tile']} data-family={family} data-size={size} aria-hidden>
    <Icon size={size === 32 ? 18 : 16} stroke={1.75} />
  </span>
);
