import { Button, FileButton, Group, Loader, Text } from '@mantine/core';
import type { ImageBlock } from '@cueline/email/blocks';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import IconPhotoUp from '~icons/tabler/photo-up';
import { imageAddress } from '../images/image-address.js';
import { m as images } from '../images/messages.js';
import { imagesIn } from '../surface/plugins/image-files.js';
import { useSurface } from '../surface/surface-context.js';
import styles from './image-choice.module.css';
import { m } from './messages.js';

interface Props {
  /** Of the block. */
  readonly id: string;
  readonly source: ImageBlock['source'];
  /** A file is on its way. */
  readonly onChosen: () => void;
  readonly onRemove: () => void;
}

/** The picture itself: chosen from the computer, or dropped here. */
export function ImageChoice({ id, source, onChosen, onRemove }: Props) {
  const { uploads, onImageFile } = useSurface();
  const upload = useSyncExternalStore(uploads.subscribe, uploads.view).get(id);
  const [isOver, setIsOver] = useState(false);
  const address = imageAddress(source);
  const take = (file: File | null | undefined) => {
    if (!file) return;
    onChosen();
    onImageFile(id, file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(imagesIn(event.dataTransfer)[0]);
  };
  return (
    <div
      className={styles['place']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {address && <img className={styles['picture']} src={address} alt="" />}
      <div role="status">
        {upload && !upload.refused && (
          <Group gap="xs" justify="center">
            <Loader size={16} aria-hidden />
            <Text size="sm">{images.uploading(upload.name)}</Text>
          </Group>
        )}
        {upload?.refused && (
          <Text size="sm" c="var(--cl-bad)">
            {images.notUsed(upload.name)}. {upload.refused}
          </Text>
        )}
      </div>
      <Group gap="xs" justify="center">
        <FileButton accept="image/png,image/jpeg,image/gif,image/webp" onChange={take}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              data-place={`block:${id}:source`}
              leftSection={<IconPhotoUp size={16} aria-hidden />}
            >
              {source ? m.replaceImage : m.chooseImage}
            </Button>
          )}
        </FileButton>
        {source && (
          <Button variant="subtle" color="gray" onClick={onRemove}>
            {m.removeImage}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" ta="center">
        {m.imageKinds}
      </Text>
    </div>
  );
}
