import { Inject, Injectable } from '@nestjs/common';
import type { files } from '@cueline/contracts';
import { filesUrl, publicUrl } from '@cueline/database';
import { imageLimits, readImage, type ImageRefusal } from '@cueline/email';
import type { Texts } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { invalid, notFound } from '../../platform/problems/problem-error.js';
import { FilesRepository } from './files.repository.js';

/** Images that mails show. */
@Injectable()
export class FilesService {
  constructor(
    private readonly repository: FilesRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async upload(studioId: string, { name, data }: files.NewFile, createdBy: string): Promise<files.FileView> {
    const content = Buffer.from(data, 'base64');
    if (content.length > imageLimits.octets) throw refused('size');
    const read = readImage(content);
    if (!read.ok) throw refused(read.why);
    const row = await this.repository.keep(studioId, { ...read.image, name, content, createdBy });
    const url = `${filesUrl(publicUrl(this.configuration))}/${row.id}`;
    return { ...row, url, createdAt: row.createdAt.toISOString() };
  }

  async content(id: string) {
    const found = await this.repository.content(id);
    if (!found) throw notFound('file');
    return found;
  }
}

const refused = (why: ImageRefusal | 'size') =>
  invalid([{ pointer: '/data', code: `image.${why}`, detail: reasons[why] }]);

const reasons: Readonly<Record<ImageRefusal | 'size', Texts>> = {
  size: {
    en: 'The image has more than 700 kB. Make it smaller: a mail shows no more than 1,100 pixels across.',
    de: 'Das Bild hat mehr als 700 kB. Verkleinere es: Eine E-Mail zeigt höchstens 1.100 Pixel in der Breite.',
  },
  svg: {
    en: 'SVG is no image for mails: few programs show it, and it can hold scripts. Save it as PNG.',
    de: 'SVG ist kein Bild für E-Mails: Kaum ein Programm zeigt es, und es kann Skripte enthalten. Speichere es als PNG.',
  },
  webp: {
    en: 'Outlook shows no WebP. Save the image as PNG or JPEG.',
    de: 'Outlook zeigt kein WebP. Speichere das Bild als PNG oder JPEG.',
  },
  heic: {
    en: 'Most programs show no HEIC. Save the image as JPEG.',
    de: 'Die meisten Programme zeigen kein HEIC. Speichere das Bild als JPEG.',
  },
  unknown: {
    en: 'This is no image. Choose a PNG, a JPEG or a GIF.',
    de: 'Das ist kein Bild. Wähle ein PNG, ein JPEG oder ein GIF.',
  },
  broken: {
    en: 'The image is incomplete. Save it again and choose that file.',
    de: 'Das Bild ist unvollständig. Speichere es neu und wähle diese Datei.',
  },
  dimensions: {
    en: 'The image is wider or higher than 5,000 pixels. Make it smaller.',
    de: 'Das Bild ist breiter oder höher als 5.000 Pixel. Verkleinere es.',
  },
};
