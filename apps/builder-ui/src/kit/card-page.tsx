import type { ReactNode } from 'react';
import styles from './card-page.module.css';
import { usePageTitle } from './page-title.js';

interface Props {
  readonly title: string;
  /** What is done here, in a sentence. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A page outside of the frame: one card with one thing to do. */
export function CardPage({ title, about, children }: Props) {
  usePageTitle(title === 'Cueline' ? '' : title);
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <div>
          <h1 className={styles['title']}>{title}</h1>
          {about && <p className={styles['about']}>{about}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
