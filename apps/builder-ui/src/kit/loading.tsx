import { Loader } from '@mantine/core';
import styles from './loading.module.css';
import { m } from './messages.js';

export const Loading = ({ fullPage = false }: { readonly fullPage?: boolean }) => (
  <div className={styles['loading']} data-full-page={fullPage || undefined}>
    <Loader size="sm" role="status" aria-label={m.loading} />
  </div>
);
