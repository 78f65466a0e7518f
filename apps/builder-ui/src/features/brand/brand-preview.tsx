import { Stack, Text } from '@mantine/core';
import { brandColors, brandLayout } from '@cueline/email/brand';
import { m } from './messages.js';
import { EmailFrame } from '../../kit/email/email-frame.js';
import styles from './brand.module.css';
import type { Brand } from './brand-drafts.js';

/** An email as the brand sends it now. */
export function BrandPreview({ brand }: { readonly brand: Brand }) {
  const html = `<p>${m.sampleGreeting}</p><p>${m.sampleText}</p><p><a href="#" class="link" style="color:${brandColors(brand.color).link}">${m.sampleLink}</a></p>`;
  const shown = brandLayout(brand, { html, preheader: '', subject: m.preview });
  return (
    <Stack component="section" gap="xs" aria-label={m.preview} className={styles['preview']}>
      <Text size="sm" c="dimmed">
        {m.previewAbout}
      </Text>
      <EmailFrame title={m.preview} className={styles['frame']} html={shown} />
    </Stack>
  );
}
