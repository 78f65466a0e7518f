import styles from './brand-mark.module.css';

/** A cue: the moment at which something starts. */
export const BrandMark = ({ studio }: { readonly studio?: string }) => (
  <div className={styles['mark']}>
    <svg className={styles['sign']} width="28" height="28" viewBox="0 0 28 28" aria-hidden>
      <rect className={styles['ground']} width="28" height="28" rx="8" />
      <path d="M7 14h7" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" opacity=".65" />
      <path
        d="M13 8.5 20.5 14 13 19.5z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
    {studio && (
      <div className={styles['names']}>
        <div className={styles['product']}>Cueline</div>
        <div className={styles['studio']}>{studio}</div>
      </div>
    )}
  </div>
);
