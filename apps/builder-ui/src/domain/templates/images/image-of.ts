import type { ImageBlock, Line } from '@cueline/email/blocks';

type Attributes = Readonly<Record<string, unknown>>;
interface Image {
  readonly id: string;
  readonly source: ImageBlock['source'];
  readonly alt: string | null;
  readonly width: number | null;
  readonly link: Line;
}

/** What the editor's node of an image says. */
export const imageOf = ({ id, source, alt, width, link }: Attributes): Image => ({
  id: String(id),
  source: sourceOf(source),
  alt: typeof alt === 'string' ? alt : null,
  width: typeof width === 'number' ? width : null,
  link: Array.isArray(link) ? (link as Line) : [],
});

function sourceOf(source: unknown): ImageBlock['source'] {
  if (typeof source !== 'object' || source === null) return null;
  if ('file' in source && typeof source.file === 'string') return { file: source.file };
  return 'address' in source && typeof source.address === 'string' ? { address: source.address } : null;
}
